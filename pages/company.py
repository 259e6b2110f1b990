"""Company settings: who is invoiced, where payments go, and at which terms."""

from twin_stats.ui.money.details.company import show

ADDRESS = ("country", "postal_code", "city", "street")

show(
    {
        "who": ("name", "registration_number", "inn", "kpp", "vat_number", "email", "phone"),
        "legal_address": [f"legal_address_{part}" for part in ADDRESS],
        "postal_address": [f"postal_address_{part}" for part in ADDRESS],
        "bank": ("bank", "bank_code", "account", "correspondent_account", "receiver_name"),
        "terms": ("zone", "currency", "tax_rate", "tax_included", "documents_language"),
    }
)
