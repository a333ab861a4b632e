"""The topics of a buyer's message, as people read them."""

from PySide6.QtCore import QCoreApplication


def topic_names() -> dict[str, str]:
    """Return the name of every topic, in the language of the window."""
    translate = QCoreApplication.translate
    return {
        "product-question": translate("Topic", "Product question"),
        "customization": translate("Topic", "Customization"),
        "delivery": translate("Topic", "Delivery"),
        "shipping-problem": translate("Topic", "Shipping problem"),
        "product-problem": translate("Topic", "Product problem"),
        "return-refund": translate("Topic", "Return or refund"),
        "order-change": translate("Topic", "Order change"),
        "invoice": translate("Topic", "Invoice"),
        "thanks": translate("Topic", "Thanks"),
        "other": translate("Topic", "Other"),
    }
