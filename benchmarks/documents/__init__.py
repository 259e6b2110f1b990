"""Invoices as PDF: ours beside weasyprint and beside ReportLab by hand, with the same content."""
