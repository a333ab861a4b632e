"""Amazon's marketplaces: country code, domain, identifier and time zone."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Marketplace:
    """One marketplace; ``code`` is the country as the program shows it."""

    code: str
    top_level: str
    marketplace_id: str | None
    time_zone: str
    language: str


MARKETPLACES = (
    Marketplace("US", "com", "ATVPDKIKX0DER", "America/Los_Angeles", "en"),
    Marketplace("CA", "ca", "A2EUQ1WTGCTBG2", "America/Toronto", "en"),
    Marketplace("MX", "com.mx", "A1AM78C64UM0Y8", "America/Mexico_City", "es"),
    Marketplace("BR", "com.br", "A2Q3Y263D00KWC", "America/Sao_Paulo", "pt"),
    Marketplace("UK", "co.uk", "A1F83G8C2ARO7P", "Europe/London", "en"),
    Marketplace("DE", "de", "A1PA6795UKMFR9", "Europe/Berlin", "de"),
    Marketplace("FR", "fr", "A13V1IB3VIYZZH", "Europe/Paris", "fr"),
    Marketplace("IT", "it", "APJ6JRA9NG5V4", "Europe/Rome", "it"),
    Marketplace("ES", "es", "A1RKKUPIHCS9HS", "Europe/Madrid", "es"),
    Marketplace("NL", "nl", "A1805IZSGTT6HS", "Europe/Amsterdam", "nl"),
    Marketplace("SE", "se", "A2NODRKZP88ZB9", "Europe/Stockholm", "sv"),
    Marketplace("PL", "pl", "A1C3SOZRARQ6R3", "Europe/Warsaw", "pl"),
    Marketplace("BE", "com.be", "AMEN7PMS3EDWL", "Europe/Brussels", "nl"),
    Marketplace("IE", "ie", "A28R8C7NBKEWEA", "Europe/Dublin", "en"),
    Marketplace("TR", "com.tr", "A33AVAJ2PDY3EV", "Europe/Istanbul", "tr"),
    Marketplace("AE", "ae", "A2VIGQ35RCS4UG", "Asia/Dubai", "ar"),
    Marketplace("SA", "sa", "A17E79C6D8DWNP", "Asia/Riyadh", "ar"),
    Marketplace("EG", "eg", "ARBP9OOSHTCHU", "Africa/Cairo", "ar"),
    Marketplace("IN", "in", "A21TJRUUN4KGV", "Asia/Kolkata", "en"),
    Marketplace("SG", "sg", "A19VAU5U5O7RUS", "Asia/Singapore", "en"),
    Marketplace("AU", "com.au", "A39IBJ37TRP1C6", "Australia/Sydney", "en"),
    Marketplace("JP", "co.jp", "A1VC38T7YXB528", "Asia/Tokyo", "ja"),
)

BY_CODE = {place.code: place for place in MARKETPLACES}
BY_TOP_LEVEL = {place.top_level: place for place in MARKETPLACES}
BY_ID = {place.marketplace_id: place for place in MARKETPLACES if place.marketplace_id}
