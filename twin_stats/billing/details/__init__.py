"""Who buys and who sells: their details, checked as they are typed, and what is missing for an invoice."""

from twin_stats.billing.details.checks import check
from twin_stats.billing.details.keeping import Terms, all_problems, change, read, read_seller, terms
from twin_stats.billing.details.missing import Problem, problems
from twin_stats.billing.details.names import COMPANY, SELLER

__all__ = [
    "COMPANY",
    "SELLER",
    "Problem",
    "Terms",
    "all_problems",
    "change",
    "check",
    "problems",
    "read",
    "read_seller",
    "terms",
]
