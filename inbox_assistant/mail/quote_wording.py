"""Words that mail programs write above what they quote, in the languages known."""

import re

WROTE = re.compile(
    r"\b(?:wrote|schrieb|geschrieben|a écrit|ha scritto|escribió|escreveu|schreef|skrev"
    r"|napisał|pisze|napisana przez|yazdı)\b|napisał\(a\)|写道|書きました|のメッセージ"
    r"|のメール|كتب|كتابة",
    re.IGNORECASE,
)
# A buyer who tells of an earlier letter: "on 20 October you wrote:".
PRONOUN = re.compile(
    r"\b(?:i|you|we|they|he|she|ich|sie|wir|er|ihr|je|tu|vous|nous|elle|yo|usted|eu"
    r"|você|ik|jij|u|wij|jag|du|ni|vi|ja|pan|pani|ben|siz)\b",
    re.IGNORECASE,
)
ORIGINAL = re.compile(
    r"original|ursprüngliche nachricht|message d.origine|weitergeleitet|transféré"
    r"|oorspronkelijk|ursprungligt|oryginaln|orijinal|özgün|元のメッセージ|元のメール"
    r"|الأصلية|forwarded|inoltrato|reenviado|encaminhada|doorgestuurd|vidarebefordrat"
    r"|przekazan|iletilen|転送|原始",
    re.IGNORECASE,
)
MESSAGE = re.compile(
    r"messag|nachricht|mail|mensaje|mensagem|bericht|meddelande|brev|wiadomoś|mesaj"
    r"|ileti|邮件|メッセージ|メール|رسالة",
    re.IGNORECASE,
)
FORWARDED = re.compile(
    r"(?:begin forwarded message|anfang der weitergeleiteten nachricht"
    r"|début du message (?:réexpédié|transféré)|inizio messaggio inoltrato"
    r"|inicio del mensaje reenviado|início da mensagem (?:re)?encaminhada"
    r"|begin doorgestuurd bericht|vidarebefordrat brev"
    r"|początek przekazywanej wiadomości"
    r"|yönlendirilen mesaj(?:ın başlangıcı)?|転送されたメッセージ"
    r"|بدء الرسالة المعاد توجيهها)\s?:\Z",
    re.IGNORECASE,
)
FROM = frozenset(
    {"from", "von", "de", "da", "van", "från", "fra", "od", "kimden", "gönderen"}
    | {"من", "差出人", "送信者", "发件人"}
)
SENT = frozenset(
    {"sent", "date", "gesendet", "datum", "envoyé", "inviato", "data", "enviado"}
    | {"enviada", "fecha", "verzonden", "skickat", "wysłane", "wysłano", "gönderildi"}
    | {
        "gönderilme",
        "tarih",
        "送信日時",
        "日付",
        "日時",
        "发送时间",
        "التاريخ",
        "تاريخ",
    }
    | {"أرسل", "أُرسلت", "تم الإرسال"}
)
OTHER = frozenset(
    {
        "to",
        "an",
        "à",
        "a",
        "para",
        "aan",
        "till",
        "do",
        "kime",
        "alıcı",
        "宛先",
        "收件人",
    }
    | {"إلى", "subject", "betreff", "objet", "oggetto", "asunto", "assunto", "ämne"}
    | {"onderwerp", "temat", "konu", "件名", "主题", "الموضوع", "cc", "kopie", "copie"}
    | {"cópia", "copia", "kopia", "bilgi", "نسخة"}
)
