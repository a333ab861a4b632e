"""Words of Amazon's own mails, in the languages that are known.

Only mails without a type header are told apart by words, and no buyer's message
depends on any of them: what is missing here makes a notice less precisely named.
"""

import re


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


class Phrases:
    """A pattern that is only tried where one of its *stems* stands in the text.

    Each match must hold one, in small letters: looking for plain words takes a
    hundredth of the time that a pattern of many languages takes.
    """

    def __init__(self, pattern: re.Pattern[str], *stems: str) -> None:
        self.pattern = pattern
        self._stems = stems

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in *text*, or ``None``."""
        small = text.lower()
        if any(map(small.__contains__, self._stems)):
            return self.pattern.search(text)
        return None


COPY_OF_REPLY = _any(
    r"\byour (?:e-?mail|message) to\b",
    r"\bihre (?:e-?mail|nachricht) an\b",
    r"\bvotre (?:e-?mail|message|courriel) (?:à|a)\b",
    r"\bla tua e-?mail a\b",
    r"\bil tuo messaggio (?:a|per)\b",
    r"\b(?:tu|su) (?:correo electrónico|correo|e-?mail|mensaje) (?:a|para)\b",
    r"\b(?:seu|o seu|a sua|sua) (?:e-?mail|mensagem) (?:para|a)\b",
    r"\b(?:je|uw|jouw) (?:e-?mail|bericht) (?:aan|naar)\b",
    r"\bditt (?:e-?post\w*|mejl|mail|meddelande) till\b",
    r"\btw(?:ój|oja) (?:e-?mail|wiadomość(?: e-?mail)?) do\b",
    r"(?: adresine|['’]\w{1,4})? (?:gönderdiğiniz )(?:e-?posta|mesaj)|e-?postanız",
    r"(?:様|さん)(?:へ|宛)の(?:eメール|メール|メッセージ)",
    r"(?:رسالتك|بريدك)(?: الإلكترونية?| الإلكتروني)? إلى",
)
_OPT_OUT = _any(
    r"\bopted[ -]out\b|\bopt(?:ed)? out of (?:receiving|messages)",
    r"\babgemeldet\b|\babbestellt\b|keine (?:unaufgeforderten )?nachrichten .{0,40}"
    r"(?:erhalten|empfangen)",
    r"(?:choisi|décidé|demandé) (?:de|à) ne (?:pas|plus) recevoir|désabonné|désinscrit",
    r"(?:scelto|deciso|richiesto) di non ricevere",
    r"(?:optado por|elegido|decidido|solicitado) no recibir",
    r"(?:optou por|escolheu|decidiu) não receber|optou por não",
    r"\bafgemeld\b|geen .{0,30}berichten .{0,30}(?:wil |te )?ontvangen",
    r"\bvalt (?:bort|att inte)\b|\bavböjt\b|\bavregistrera",
    r"\bzrezygnował[ao]?\b .{0,40}(?:otrzymywani|wiadomości)",
    r"(?:almamayı|almayı reddet|çıkmayı) ",
    r"オプトアウト|受信しないことを|配信停止|受信を拒否",
    r"(?:عدم تلقي|عدم استلام|إلغاء الاشتراك)",
)
OPT_OUT = Phrases(
    _OPT_OUT,
    *("opt", "abgemeldet", "abbestellt", "nachricht", "recevoir", "désabonné"),
    *("désinscrit", "ricevere", "recibir", "receber", "não", "afgemeld", "berichten"),
    *("valt", "avböjt", "avregistrera", "zrezygnował", "almamay", "almay", "kmay"),
    *("オプトアウト", "受信", "配信停止", "عدم", "إلغاء"),
)
_MAIL = (
    r"(?:message|e-?mail|nachricht|courriel|messaggio|mensaje|correo|mensagem|bericht"
    r"|meddelande|mejl|wiadomoś|mesaj|ileti|e-?posta|メッセージ|メール|رسال)"
)
_NOT_DELIVERED = (
    r"(?:not (?:been )?(?:sent|delivered)|(?:could|can) ?not be (?:sent|delivered)"
    r"|was (?:blocked|rejected)|has been (?:blocked|rejected)|undeliver"
    r"|nicht (?:zugestellt|gesendet|versendet|übermittelt)|blockiert|abgelehnt"
    r"|pas (?:été|pu être) (?:envoyé|remis|distribué|livré|transmis)|bloqué|rejeté"
    r"|non (?:è stat[oa]|può essere|ha potuto essere) (?:inviat|consegnat|recapitat)"
    r"|bloccat|respint|rifiutat"
    r"|no (?:se (?:ha )?(?:podido |pudo )?|fue |pudo ser |ha sido )"
    r"(?:enviar|entregar|enviad|entregad)|no se (?:envió|entregó)|bloquead|rechazad"
    r"|não (?:foi|pôde ser) (?:enviad|entreg)|rejeitad"
    r"|niet (?:verzonden|bezorgd|afgeleverd|verstuurd)|geblokkeerd|geweigerd"
    r"|(?:skickades|levererades) inte|inte (?:skickas|levereras|skickats|levererats)"
    r"|blockerat|avvisat"
    r"|nie (?:został[ao]?|mogła (?:zostać|być)) (?:wysłan|dostarczon|doręczon)"
    r"|zablokowan|odrzucon"
    r"|gönderil(?:e)?me|teslim edil(?:e)?me|iletil(?:e)?me|engellen|reddedil"
    r"|送信(?:され|でき)ません|配信(?:され|でき)ません|ブロックされ"
    r"|(?:لم يتم|تعذ[رّ]+) (?:إرسال|تسليم|توصيل))"
)
MESSAGE_NOT_DELIVERED = Phrases(
    _any(
        rf"{_MAIL}[^\n.!?]{{0,120}}{_NOT_DELIVERED}",
        rf"{_NOT_DELIVERED}[^\n.!?]{{0,60}}{_MAIL}",
    ),
    *("not sent", "not delivered", "not been", "not be", "was blocked", "was rejected"),
    *("been blocked", "been rejected", "undeliver", "nicht ", "blockiert", "abgelehnt"),
    *("pas été", "pas pu", "bloqu", "rejet", "non è", "non può", "non ha", "bloccat"),
    *("respint", "rifiutat", "no se", "no fue", "no pudo", "no ha", "no enviar"),
    *("no entregar", "no enviad", "no entregad", "rechazad", "não foi", "não pôde"),
    *("rejeitad", "niet ", "geblokkeerd", "geweigerd", "inte", "blockerat", "avvisat"),
    *("nie ", "zablokowan", "odrzucon", "gönderil", "teslim edil", "iletil"),
    *("engellen", "reddedil", "送信", "配信", "ブロック", "لم يتم", "تعذ"),
)
_ASKED_BY_CUSTOMER_SERVICE = _any(
    r"contacted by (?:an?|one of our|one of your|our|your|the|this) (?:customer|buyer)",
    r"on behalf of (?:an?|our|your|the|this) (?:customer|buyer)",
    r"(?:an? )?inquiry from (?:one of )?our customers",
    r"(?:customer|buyer) (?:has )?contacted (?:us|amazon|our)\b",
    r"von einem (?:unserer )?kunden .{0,60}kontaktiert",
    r"(?:ein|unser) kunde hat (?:uns |sich .{0,40}(?:an uns|mit uns))",
    r"anfrage (?:von )?eine[rs] unserer kunden",
    r"im (?:namen|auftrag) (?:einer?s?|unsere[rs]|ihre[rs]) kund",
    r"contactés? par (?:un|l'un de nos|une?) client",
    r"un(?:e)? client(?:e)? nous a contacté|demande d'un de nos clients",
    r"(?:au nom|de la part) (?:d'un|de votre|de notre|du) client",
    r"contattati da un (?:nostro )?cliente|un cliente ci ha contattat",
    r"richiesta da (?:parte di )?un(?:o dei)? nostr[oi] client[ei]",
    r"(?:per conto|a nome) (?:di un|del|del nostro|del tuo) cliente",
    r"contactad[oa]s? por un cliente|un cliente (?:nos ha contactado|se ha puesto en"
    r" contacto|se puso en contacto|nos contactó)|contactado un cliente",
    r"consulta de uno de nuestros clientes|en nombre (?:de un|del|de nuestro) cliente",
    r"conta(?:c)?tados por um cliente|um cliente (?:entrou em conta(?:c)?to|nos"
    r" conta(?:c)?tou)",
    r"een (?:van onze )?klant(?:en)? heeft (?:contact|ons)",
    r"door een (?:van onze )?klant(?:en)? .{0,30}(?:benaderd|gecontacteerd)",
    r"(?:en|av våra) kund(?:er)? har (?:kontaktat|hört av sig)|kontaktats av en kund",
    r"skontaktował się z nami .{0,20}klient|klient .{0,20}skontaktował się z nami",
    r"müşteri\w* .{0,40}(?:bizimle |tarafımızla )?iletişime geçti",
    # In the subject of a buyer's message the word follows Amazon's name.
    r"(?<!の)お客様(?:より|から|が).{0,40}(?:お問い合わせ|ご連絡|連絡)",
    r"(?:تواصل|اتصل) (?:معنا|بنا) .{0,20}(?:عميل|العميل|العملاء|عملائنا)",
)
ASKED_BY_CUSTOMER_SERVICE = Phrases(
    _ASKED_BY_CUSTOMER_SERVICE,
    *("customer", "buyer", "kund", "client", "klant", "klient", "müşteri", "お客様"),
    *("عميل", "العملاء", "عملائنا"),
)
# Checked in this order: in some languages a refund is a kind of return.
A_TO_Z = _any(
    r"\ba-?(?: ?to|[- ]bis|[- ]à|[- ]a|[- ]tot|[- ]till|[- ]do)[- ]?z\b",
    r"\ba[-–]z[- ]?(?:garant|claim|guarant)",
    r"dalla a alla z|de la a a la z|de a (?:à|a) z|a'dan z'ye",
    r"マーケットプレイス保証|من الألف إلى الياء",
)
REFUND = _any(
    r"\brefund",
    r"erstattung",
    r"\brembours",
    r"\brimbors",
    r"\breembols",
    r"terugbetal|restitutie",
    r"återbetalning",
    r"zwrot (?:pieniędzy|środków|kosztów)|refundacj",
    r"para iade|geri ödeme",
    r"返金",
    r"استرداد|رد المبلغ",
)
CANCELLATION = _any(
    r"\bcancel",
    r"storn",
    r"\bannul",
    r"\bcancellazione",
    r"anulaci|\banular",
    r"avbeställ|avbokning|avbryt",
    r"anulowa|anulacj",
    r"\biptal",
    r"キャンセル",
    r"إلغاء",
)
RETURN = _any(
    r"\breturn",
    r"rücksende|rücksendung|\bretoure|rückgabe",
    r"\bretour",
    r"\breso\b|restituzione",
    r"devoluci[óo]n",
    r"devoluç",
    r"\bretur",
    r"\bzwrot",
    r"\biade",
    r"返品",
    r"إرجاع|مرتجع",
)
CUSTOMER = re.compile(
    r"(?:Amazon[ -](?:customer|Kund(?:e|en|in)|klant|kund(?:en)?|müşterisi|buyer)"
    r"|client(?:e|a)?(?: de| d'| di| da)? ?Amazon|klient(?:a|em|ki)? Amazon"
    r"|klienta serwisu Amazon|عميل أمازون|عميل Amazon)"
    r"[ :]+(?P<name>[^()\n]{1,80}?)\s*(?:[(（\[]|\Z)",
    re.IGNORECASE,
)
CUSTOMER_FIRST = re.compile(
    r"(?:Amazon(?:の)?(?:お客様|カスタマー|購入者)[:、 ]*(?P<name>[^()（\s、]{1,40}?)"
    r"(?:様|さん)|Amazon müşterisi (?P<name2>[^()（]{1,60}?)(?:['’]|\s*\())"
)
MARKETPLACE_TAIL = re.compile(
    r"(?:(?:\s*[-\u2013\u2014|,]\s*|\s+via\s+)[^-\u2013\u2014|,]{0,20}|\A)"
    r"(?:Amazon[^-\u2013\u2014|,]{0,30}|Marketplace)\Z",
    re.IGNORECASE,
)
# Only for mails without the lines of dashes and without product lines: there the
# form alone cannot tell Amazon's first line from the buyer's.
GREETING = _any(
    r"\Ayou have received a message\.?\Z",
    r"\Asie haben eine (?:neue )?nachricht(?: erhalten)?\.?\Z",
    r"\Avous avez reçu un message\.?\Z",
    r"\Ahai ricevuto un messaggio\.?\Z",
    r"\A(?:ha|has) recibido un mensaje\.?\Z|\Arecibiste un mensaje\.?\Z",
    r"\Avocê recebeu uma mensagem\.?\Z",
    r"\A(?:je|u) hebt een bericht ontvangen\.?\Z",
    r"\Adu har fått ett meddelande\.?\Z",
    r"\Aotrzyma(?:no|łeś|łaś) wiadomość\.?\Z",
    r"\Abir mesaj(?:ınız var| aldınız)\.?\Z",
    r"\Aメッセージ(?:を受信しました|が届きました|が届いています)。?\Z",
    r"\Aلقد (?:تلقيت|استلمت) رسالة\.?\Z",
)
CLAIMS_AMAZON = re.compile(
    r"\bAmazon(?:\.[a-z.]{2,6})?(?:[ -]*Marketplace)?\s*\Z"
    r"|\A\s*Amazon(?:\.[a-z.]{2,6})?\s*\Z|marketplace\.amazon\.",
    re.IGNORECASE,
)
# The name under which Amazon's staff writes from an alias.
STAFF = _any(
    r"\A\W*amazon(?:\.[a-z.]{2,6})?\W*\Z",
    r"customer (?:service|support|care)|kundenservice|kundendienst|service client",
    r"assistance client|servizio clienti|assistenza clienti|(?:atención|servicio) al",
    r"atendimento ao|apoio ao cliente|klantenservice|kundtjänst|kundservice",
    r"obsług[ai] klienta|müşteri hizmetleri|カスタマー(?:サービス|サポート)",
    r"خدمة العملاء|خدمة عملاء",
)
# A line of a forwarded mail's header; the address may be gone.
SENT_BY_A_BUYER = re.compile(
    r"^[>*_ \t]{0,8}[^\s:@<>][^:@<>\n]{0,20}:[*_]{0,2}[ \t\u00a0]{0,3}[^\n:]{0,80}"
    r" - Amazon[ -]Marketplace\b",
    re.IGNORECASE | re.MULTILINE,
)
