"""Letters of other alphabets that look like Latin ones.

None of the languages that rules are written in uses the Cyrillic or Greek alphabet,
so such a letter is read as the Latin one that a reader sees.
"""

_PAIRS = (
    # Cyrillic
    "аa вb гr еe ёe іi їi јj кk мm нh оo рp сc тt уy хx ѕs ԁd ԛq ԝw һh ӏl үy ьb "
    "пn ԍg ӧo ӓa ꙅs "
    # Greek
    "αa βb γy εe ηn ιi κk νv οo ρp σo τt υu χx ωw ϲc ϳj "
    # Letters for phonetics, small capitals, Armenian
    "ɑa ɡg ɩi ɪi ɴn ʀr ʟl ʙb ʏy ɢg ʜh ᴀa ᴄc ᴅd ᴇe ᴊj ᴋk ᴍm ᴏo ᴘp ꜱs ᴛt ᴜu ᴠv ᴡw ᴢz "
    "օo ոn սu հh ցg յj "
    # Letters with a stroke that do not come apart into letter and mark
    "øo łl đd ħh ŧt ıi ɨi ʉu ƀb ɍr ɇe ɉj ȼc ⱥa ƶz ǥg ꝑp"
)

LOOKALIKES = {pair[0]: pair[1] for pair in _PAIRS.split()}
"""Lower-case letter -> the Latin letter it is read as."""
