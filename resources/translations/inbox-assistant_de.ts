<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AccountDialog</name>
    <message>
        <source>Connect a mailbox</source>
        <translation>Postfach verbinden</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>Name des Shops</translation>
    </message>
    <message>
        <source>Change the servers…</source>
        <translation>Server ändern…</translation>
    </message>
    <message>
        <source>Server to read from</source>
        <translation>Server zum Lesen</translation>
    </message>
    <message>
        <source>Server to send through</source>
        <translation>Server zum Senden</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>Looking for the servers…</source>
        <translation>Die Server werden gesucht…</translation>
    </message>
    <message>
        <source>The servers of this domain are not known. Look whether these names are right: your provider&apos;s help has them.</source>
        <translation>Die Server dieser Domain sind nicht bekannt. Prüfen Sie, ob diese Namen stimmen: Sie stehen in der Hilfe Ihres Anbieters.</translation>
    </message>
    <message>
        <source>Type the mail address first.</source>
        <translation>Geben Sie zuerst die E-Mail-Adresse ein.</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Wird versucht…</translation>
    </message>
    <message>
        <source>Sign in in the browser, then come back here…</source>
        <translation>Melden Sie sich im Browser an und kommen Sie dann hierher zurück…</translation>
    </message>
    <message>
        <source>Signed in. “Test” shows whether everything works.</source>
        <translation>Angemeldet. „Prüfen“ zeigt, ob alles funktioniert.</translation>
    </message>
    <message>
        <source>Type the address and the server to read from.</source>
        <translation>Geben Sie die Adresse und den Server zum Lesen ein.</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Reads from</source>
        <translation>Liest von</translation>
    </message>
    <message>
        <source>Sends through</source>
        <translation>Sendet über</translation>
    </message>
    <message>
        <source>Use the address that receives Amazon&apos;s buyer messages. In Seller Central it has to stand under Messaging Permissions, or Amazon takes no reply from it. Under Notification Preferences, Messaging, buyer messages, confirmations, delivery failures and opt-outs have to be switched on, or nobody hears what became of a reply.</source>
        <translation>Verwenden Sie die Adresse, an die Amazons Käufernachrichten gehen. In Seller Central muss sie unter den Berechtigungen für Nachrichten stehen, sonst nimmt Amazon keine Antwort von ihr an. In den Benachrichtigungseinstellungen müssen unter „Nachrichten“ Käufernachrichten, Bestätigungen, Zustellfehler und Abmeldungen eingeschaltet sein, sonst erfährt niemand, was aus einer Antwort wurde.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
</context>
<context>
    <name>AttachmentBar</name>
    <message>
        <source>Attached files</source>
        <translation>Angehängte Dateien</translation>
    </message>
    <message>
        <source>Take “{name}” away</source>
        <translation>„{name}“ entfernen</translation>
    </message>
</context>
<context>
    <name>Background</name>
    <message>
        <source>The program starts minimised with the computer.</source>
        <translation>Das Programm startet verkleinert mit dem Computer.</translation>
    </message>
    <message>
        <source>The program no longer starts with the computer.</source>
        <translation>Das Programm startet nicht mehr mit dem Computer.</translation>
    </message>
</context>
<context>
    <name>BackgroundPanel</name>
    <message>
        <source>Earlier threads</source>
        <translation>Frühere Vorgänge</translation>
    </message>
    <message>
        <source>none named</source>
        <translation>keine genannt</translation>
    </message>
    <message>
        <source>to be kept by {time}</source>
        <translation>einzuhalten bis {time}</translation>
    </message>
    <message>
        <source>kept (due {time})</source>
        <translation>eingehalten (fällig {time})</translation>
    </message>
    <message>
        <source>kept too late (due {time})</source>
        <translation>zu spät eingehalten (fällig {time})</translation>
    </message>
    <message>
        <source>given up (due {time})</source>
        <translation>aufgegeben (fällig {time})</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>No earlier thread of this buyer or order</source>
        <translation>Kein früherer Vorgang dieses Käufers oder dieser Bestellung</translation>
    </message>
    <message>
        <source>Earlier threads: {count}</source>
        <translation>Frühere Vorgänge: {count}</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>Ortszeit</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Zugesagt</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Let it wait again</source>
        <translation>Wieder warten lassen</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>Beside the reply</source>
        <translation>Neben der Antwort</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Fundstellen</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
</context>
<context>
    <name>BreachTable</name>
    <message>
        <source>Breaches</source>
        <translation>Überschreitungen</translation>
    </message>
    <message>
        <source>Was due</source>
        <translation>War fällig</translation>
    </message>
    <message>
        <source>Breach</source>
        <translation>Überschreitung</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>Käufer</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message>
        <source>A reply has not left yet</source>
        <translation>Eine Antwort ist noch nicht gesendet</translation>
    </message>
    <message numerus="yes">
        <source>%n replies have not left yet</source>
        <translation>
            <numerusform>%n Antwort ist noch nicht gesendet</numerusform>
            <numerusform>%n Antworten sind noch nicht gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>It can still be called back for {seconds} s. If the window closes now, it stays stored and leaves at the next start.</source>
        <translation>Sie kann noch {seconds} s lang zurückgerufen werden. Wenn das Fenster jetzt schließt, bleibt sie gespeichert und geht beim nächsten Start hinaus.</translation>
    </message>
    <message>
        <source>Close when it has left</source>
        <translation>Schließen, wenn sie gesendet ist</translation>
    </message>
    <message>
        <source>Close now</source>
        <translation>Jetzt schließen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>Nothing called “{words}” can be done here.</source>
        <translation>Nichts namens „{words}“ kann hier getan werden.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Reply</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Send the reply</source>
        <translation>Antwort senden</translation>
    </message>
    <message>
        <source>Begin a holding reply</source>
        <translation>Zwischenbescheid beginnen</translation>
    </message>
    <message>
        <source>Promise an answer by a day…</source>
        <translation>Antwort bis zu einem Tag zusagen…</translation>
    </message>
    <message>
        <source>The promise is no longer needed…</source>
        <translation>Die Zusage ist hinfällig…</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>Dateien anhängen…</translation>
    </message>
    <message>
        <source>Write an internal note</source>
        <translation>Interne Notiz schreiben</translation>
    </message>
    <message>
        <source>Insert a saved reply…</source>
        <translation>Vorlage einfügen…</translation>
    </message>
    <message>
        <source>Save the present reply as a saved reply…</source>
        <translation>Diese Antwort als Vorlage speichern…</translation>
    </message>
    <message>
        <source>Saved replies</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>No response necessary…</source>
        <translation>Keine Antwort nötig…</translation>
    </message>
    <message>
        <source>Marked on Amazon too</source>
        <translation>Auch bei Amazon markiert</translation>
    </message>
    <message>
        <source>Open on Amazon</source>
        <translation>Bei Amazon öffnen</translation>
    </message>
    <message>
        <source>Answered in Seller Central…</source>
        <translation>In Seller Central beantwortet…</translation>
    </message>
    <message>
        <source>Let it wait again</source>
        <translation>Wieder warten lassen</translation>
    </message>
    <message>
        <source>Undo the last action</source>
        <translation>Letzte Aktion zurücknehmen</translation>
    </message>
    <message>
        <source>Claim the thread</source>
        <translation>Vorgang übernehmen</translation>
    </message>
    <message>
        <source>Assign the thread…</source>
        <translation>Vorgang zuweisen…</translation>
    </message>
    <message>
        <source>Tag the thread…</source>
        <translation>Schlagwort für den Vorgang…</translation>
    </message>
    <message>
        <source>Put the thread off…</source>
        <translation>Vorgang zurückstellen…</translation>
    </message>
    <message>
        <source>Settle the older threads…</source>
        <translation>Ältere Vorgänge erledigen…</translation>
    </message>
    <message>
        <source>Show today&apos;s work</source>
        <translation>Arbeit von heute zeigen</translation>
    </message>
    <message>
        <source>Back to the queue</source>
        <translation>Zurück zur Warteschlange</translation>
    </message>
    <message>
        <source>Next thread</source>
        <translation>Nächster Vorgang</translation>
    </message>
    <message>
        <source>Previous thread</source>
        <translation>Vorheriger Vorgang</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Mark every thread of the list</source>
        <translation>Alle Vorgänge der Liste markieren</translation>
    </message>
    <message>
        <source>Show waiting</source>
        <translation>Wartende zeigen</translation>
    </message>
    <message>
        <source>Show due soon</source>
        <translation>Bald fällige zeigen</translation>
    </message>
    <message>
        <source>Show overdue</source>
        <translation>Überfällige zeigen</translation>
    </message>
    <message>
        <source>Show to confirm</source>
        <translation>Zu bestätigende zeigen</translation>
    </message>
    <message>
        <source>Show sent back</source>
        <translation>Zurückgekommene zeigen</translation>
    </message>
    <message>
        <source>Show older</source>
        <translation>Ältere zeigen</translation>
    </message>
    <message>
        <source>Show settled</source>
        <translation>Erledigte zeigen</translation>
    </message>
    <message>
        <source>Show what is put off</source>
        <translation>Zurückgestellte zeigen</translation>
    </message>
    <message>
        <source>Show promises</source>
        <translation>Zusagen zeigen</translation>
    </message>
    <message>
        <source>Import mails…</source>
        <translation>E-Mails importieren…</translation>
    </message>
    <message>
        <source>Import a folder of mails…</source>
        <translation>Ordner mit E-Mails importieren…</translation>
    </message>
    <message>
        <source>Fetch and send now</source>
        <translation>Jetzt abrufen und senden</translation>
    </message>
    <message>
        <source>Mailboxes…</source>
        <translation>Postfächer…</translation>
    </message>
    <message>
        <source>Type the password of a mailbox…</source>
        <translation>Passwort eines Postfachs eingeben…</translation>
    </message>
    <message>
        <source>Look at the sample mailbox</source>
        <translation>Beispielpostfach ansehen</translation>
    </message>
    <message>
        <source>Claims, notices and unsorted mails…</source>
        <translation>Anträge, Mitteilungen und nicht zugeordnete E-Mails…</translation>
    </message>
    <message>
        <source>Show Account Health</source>
        <translation>Kontozustand zeigen</translation>
    </message>
    <message>
        <source>Review what was overdue</source>
        <translation>Überfälliges durchsehen</translation>
    </message>
    <message>
        <source>Show the forecast</source>
        <translation>Vorschau zeigen</translation>
    </message>
    <message>
        <source>End of day…</source>
        <translation>Tagesabschluss…</translation>
    </message>
    <message>
        <source>Pack the thread as evidence…</source>
        <translation>Vorgang als Nachweis packen…</translation>
    </message>
    <message>
        <source>Change between light and dark</source>
        <translation>Zwischen hell und dunkel wechseln</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Start minimised with the computer</source>
        <translation>Verkleinert mit dem Computer starten</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Show the keys</source>
        <translation>Tasten zeigen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Next and previous thread, in the list</source>
        <translation>Nächster und vorheriger Vorgang, in der Liste</translation>
    </message>
    <message>
        <source>Open the thread</source>
        <translation>Vorgang öffnen</translation>
    </message>
    <message>
        <source>Mark the thread</source>
        <translation>Vorgang markieren</translation>
    </message>
    <message>
        <source>Mark and go on</source>
        <translation>Markieren und weiter</translation>
    </message>
    <message>
        <source>Take the marks away; from elsewhere, back to the queue</source>
        <translation>Markierungen aufheben; von anderswo zurück zur Warteschlange</translation>
    </message>
    <message>
        <source>Next or previous finding</source>
        <translation>Nächste oder vorherige Fundstelle</translation>
    </message>
    <message>
        <source>Fixes for the finding</source>
        <translation>Änderungen zur Fundstelle</translation>
    </message>
    <message>
        <source>Set the finding aside, or count it</source>
        <translation>Fundstelle beiseitelegen oder wieder zählen</translation>
    </message>
    <message>
        <source>Next placeholder of a saved reply, in the reply</source>
        <translation>Nächster Platzhalter einer Vorlage, in der Antwort</translation>
    </message>
</context>
<context>
    <name>ComposerPane</name>
    <message>
        <source>Write the reply…</source>
        <translation>Antwort schreiben…</translation>
    </message>
    <message>
        <source>Nothing waits here. A further message would be proactive…</source>
        <translation>Hier wartet nichts. Eine weitere Nachricht wäre unaufgefordert…</translation>
    </message>
    <message>
        <source>What Amazon forbids is marked as you write.</source>
        <translation>Was Amazon verbietet, wird beim Schreiben markiert.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>{count} of {most}</source>
        <translation>{count} von {most}</translation>
    </message>
    <message>
        <source>Reply and findings</source>
        <translation>Antwort und Fundstellen</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Confirmations</name>
    <message>
        <source>a buyer</source>
        <translation>einen Käufer</translation>
    </message>
    <message>
        <source>Amazon has not confirmed the reply to {buyer} from {time}.</source>
        <translation>Amazon hat die Antwort an {buyer} von {time} nicht bestätigt.</translation>
    </message>
    <message>
        <source>Its copy normally comes within minutes. Look into Seller Central whether the reply is there.</source>
        <translation>Die Kopie kommt sonst innerhalb von Minuten. Sehen Sie in Seller Central nach, ob die Antwort dort steht.</translation>
    </message>
    <message>
        <source>&amp;Show the thread</source>
        <translation>Vorgang &amp;zeigen</translation>
    </message>
    <message>
        <source>Amazon sends no copies of the replies of “{account}”.</source>
        <translation>Amazon schickt keine Kopien der Antworten von „{account}“.</translation>
    </message>
    <message>
        <source>Switch Confirmation Notifications on in Seller Central, under Notification Preferences, Messaging. Only then can be seen here which replies arrived.</source>
        <translation>Schalten Sie in Seller Central in den Benachrichtigungseinstellungen unter „Nachrichten“ die Bestätigungen ein. Nur dann ist hier zu sehen, welche Antworten angekommen sind.</translation>
    </message>
</context>
<context>
    <name>Correspondence</name>
    <message>
        <source>The next thread has just come up: press the key again.</source>
        <translation>Der nächste Vorgang ist gerade erst da: Drücken Sie die Taste noch einmal.</translation>
    </message>
    <message>
        <source>A file is still being looked into: send once it is there.</source>
        <translation>Eine Datei wird noch angesehen: Senden Sie, sobald sie da ist.</translation>
    </message>
    <message>
        <source>There was a draft already: look at it, then send.</source>
        <translation>Es gab schon einen Entwurf: Sehen Sie ihn an und senden Sie dann.</translation>
    </message>
    <message>
        <source>Nothing was sent: another thread was opened while the reply was checked. It is kept as a draft.</source>
        <translation>Nichts wurde gesendet: Während die Antwort geprüft wurde, wurde ein anderer Vorgang geöffnet. Sie bleibt als Entwurf erhalten.</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>{days} d {hours} h</source>
        <translation>{days} T {hours} Std</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} Std {minutes} Min</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} Min</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} Min {seconds} s</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{hours}:{minutes:02d}</source>
        <translation>{hours}:{minutes:02d}</translation>
    </message>
    <message>
        <source>overdue by {span}</source>
        <translation>überfällig seit {span}</translation>
    </message>
    <message>
        <source>{more} {less}</source>
        <translation>{more} {less}</translation>
    </message>
    <message>
        <source>{span} left</source>
        <translation>noch {span}</translation>
    </message>
    <message>
        <source>{span} overdue</source>
        <translation>{span} überfällig</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>weniger als eine Minute übrig</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>This should not have happened. What you have written is stored, and nothing was sent twice. You can go on working; if it happens again, pass this text on. It holds no message and no address.</source>
        <translation>Das hätte nicht geschehen dürfen. Was Sie geschrieben haben, ist gespeichert, und nichts wurde doppelt gesendet. Sie können weiterarbeiten; geben Sie diesen Text weiter, falls es wieder geschieht. Er enthält keine Nachricht und keine Adresse.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>Danger</name>
    <message>
        <source>it can do harm when it is opened</source>
        <translation>sie kann beim Öffnen Schaden anrichten</translation>
    </message>
    <message>
        <source>it only looks like a harmless file</source>
        <translation>sie sieht nur wie eine harmlose Datei aus</translation>
    </message>
    <message>
        <source>it may hide a program inside</source>
        <translation>in ihr kann ein Programm versteckt sein</translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source>Why is no response necessary?</source>
        <translation>Warum ist keine Antwort nötig?</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <source>Confirmed: Amazon&apos;s clock has stopped.</source>
        <translation>Bestätigt: Amazons Uhr steht.</translation>
    </message>
    <message>
        <source>Marked as answered in Seller Central.</source>
        <translation>Als in Seller Central beantwortet vermerkt.</translation>
    </message>
    <message numerus="yes">
        <source>Why is no response necessary to these %n threads?</source>
        <translation>
            <numerusform>Warum ist auf diesen %n Vorgang keine Antwort nötig?</numerusform>
            <numerusform>Warum ist auf diese %n Vorgänge keine Antwort nötig?</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits here.</source>
        <translation>Hier wartet nichts.</translation>
    </message>
    <message>
        <source>Nothing here waits to be marked on Amazon.</source>
        <translation>Hier ist nichts bei Amazon zu markieren.</translation>
    </message>
    <message>
        <source>The mailbox says that another program answered it.</source>
        <translation>Laut Postfach hat ein anderes Programm darauf geantwortet.</translation>
    </message>
    <message>
        <source>Nothing is promised here.</source>
        <translation>Hier ist nichts zugesagt.</translation>
    </message>
    <message>
        <source>The buyer will not be told anything.</source>
        <translation>Dem Käufer wird nichts mitgeteilt.</translation>
    </message>
    <message>
        <source>Is the promise no longer needed?</source>
        <translation>Ist die Zusage hinfällig?</translation>
    </message>
    <message>
        <source>The buyer has solved it</source>
        <translation>Der Käufer hat es gelöst</translation>
    </message>
    <message>
        <source>It was answered elsewhere</source>
        <translation>Es wurde anderswo beantwortet</translation>
    </message>
    <message>
        <source>It was promised by mistake</source>
        <translation>Es wurde aus Versehen zugesagt</translation>
    </message>
    <message>
        <source>The promise is given up.</source>
        <translation>Die Zusage ist aufgegeben.</translation>
    </message>
    <message numerus="yes">
        <source>Settle %n older thread(s) together?</source>
        <translation>
            <numerusform>%n älteren Vorgang erledigen?</numerusform>
            <numerusform>%n ältere Vorgänge gemeinsam erledigen?</numerusform>
        </translation>
    </message>
    <message>
        <source>They leave the queue without a reply. On Amazon they stay as they are. Z takes it back.</source>
        <translation>Sie verlassen die Warteschlange ohne Antwort. Bei Amazon bleiben sie, wie sie sind. Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>Settle them</source>
        <translation>Erledigen</translation>
    </message>
    <message>
        <source>Older threads settled together.</source>
        <translation>Ältere Vorgänge gemeinsam erledigt.</translation>
    </message>
    <message>
        <source>Amazon&apos;s pages open for one thread at a time.</source>
        <translation>Amazons Seiten öffnen sich nur für einen einzelnen Vorgang.</translation>
    </message>
    <message>
        <source>The reply has left already.</source>
        <translation>Die Antwort ist schon gesendet.</translation>
    </message>
    <message>
        <source>Decided: no response necessary. Mark it on Amazon as well.</source>
        <translation>Entschieden: keine Antwort nötig. Markieren Sie es auch bei Amazon.</translation>
    </message>
    <message>
        <source>Settled: no response necessary.</source>
        <translation>Erledigt: keine Antwort nötig.</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>Es gibt nichts zurückzunehmen.</translation>
    </message>
    <message>
        <source>Taken back: it waits as before.</source>
        <translation>Zurückgenommen: Der Vorgang wartet wie zuvor.</translation>
    </message>
    <message>
        <source>The sample mailbox opens no pages. With a real one, Amazon&apos;s page of this message would open now.</source>
        <translation>Das Beispielpostfach öffnet keine Seiten. Bei einem echten ginge jetzt Amazons Seite zu dieser Nachricht auf.</translation>
    </message>
    <message>
        <source>This mail carries no link of Amazon&apos;s and no order number: look for the buyer under Messages in Seller Central.</source>
        <translation>Diese E-Mail enthält keinen Link von Amazon und keine Bestellnummer: Suchen Sie den Käufer in Seller Central unter „Nachrichten“.</translation>
    </message>
    <message>
        <source>This mail carries no link of Amazon&apos;s. The order number {number} is on the clipboard: look for it in Seller Central.</source>
        <translation>Diese E-Mail enthält keinen Link von Amazon. Die Bestellnummer {number} ist in der Zwischenablage: Suchen Sie sie in Seller Central.</translation>
    </message>
</context>
<context>
    <name>DesktopNotifications</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>ElsewhereDialog</name>
    <message>
        <source>Answered in Seller Central</source>
        <translation>In Seller Central beantwortet</translation>
    </message>
    <message>
        <source>d MMM yyyy  HH:mm</source>
        <translation>d. MMM yyyy  HH:mm</translation>
    </message>
    <message>
        <source>Time of the answer</source>
        <translation>Zeit der Antwort</translation>
    </message>
    <message>
        <source>Say when the answer was sent there. What was answered leaves the queue, and this time is what the reports count.</source>
        <translation>Sagen Sie, wann die Antwort dort gesendet wurde. Was beantwortet ist, verlässt die Warteschlange, und diese Zeit zählt in den Berichten.</translation>
    </message>
    <message>
        <source>Answered at</source>
        <translation>Beantwortet um</translation>
    </message>
    <message>
        <source>Mark as answered</source>
        <translation>Als beantwortet vermerken</translation>
    </message>
</context>
<context>
    <name>Empty</name>
    <message>
        <source>“{part}” makes no sense.</source>
        <translation>„{part}“ ergibt keinen Sinn.</translation>
    </message>
    <message>
        <source>Every word must occur; its beginning is enough.</source>
        <translation>Jedes Wort muss vorkommen; sein Anfang genügt.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>Niemand wartet</translation>
    </message>
    <message>
        <source>New buyer messages appear here by themselves.</source>
        <translation>Neue Käufernachrichten erscheinen hier von selbst.</translation>
    </message>
    <message>
        <source>Nothing is due soon</source>
        <translation>Nichts ist bald fällig</translation>
    </message>
    <message>
        <source>What waits has more time left.</source>
        <translation>Was wartet, hat noch mehr Zeit.</translation>
    </message>
    <message>
        <source>Nothing is overdue</source>
        <translation>Nichts ist überfällig</translation>
    </message>
    <message>
        <source>Every buyer was answered within 24 hours so far.</source>
        <translation>Bisher wurde jeder Käufer innerhalb von 24 Stunden beantwortet.</translation>
    </message>
    <message>
        <source>Nothing to confirm</source>
        <translation>Nichts zu bestätigen</translation>
    </message>
    <message>
        <source>What you decide to need no response waits here until it is marked on Amazon as well.</source>
        <translation>Wo Sie entscheiden, dass keine Antwort nötig ist, wartet der Vorgang hier, bis er auch bei Amazon markiert ist.</translation>
    </message>
    <message>
        <source>Nothing was sent back</source>
        <translation>Nichts ist zurückgekommen</translation>
    </message>
    <message>
        <source>A reply that did not reach its buyer shows up here.</source>
        <translation>Eine Antwort, die ihren Käufer nicht erreicht hat, erscheint hier.</translation>
    </message>
    <message>
        <source>Nothing older waits</source>
        <translation>Nichts Älteres wartet</translation>
    </message>
    <message>
        <source>Old mails of a first import are kept apart here.</source>
        <translation>Alte E-Mails eines ersten Imports stehen hier für sich.</translation>
    </message>
    <message>
        <source>Nothing is put off</source>
        <translation>Nichts ist zurückgestellt</translation>
    </message>
    <message>
        <source>What you put off comes back before it is due.</source>
        <translation>Was Sie zurückstellen, kommt wieder, bevor es fällig ist.</translation>
    </message>
    <message>
        <source>Nothing is promised</source>
        <translation>Nichts ist zugesagt</translation>
    </message>
    <message>
        <source>A buyer who was told by when to hear again stays in sight here.</source>
        <translation>Ein Käufer, dem gesagt wurde, bis wann er wieder hört, bleibt hier im Blick.</translation>
    </message>
    <message>
        <source>Nothing is settled yet</source>
        <translation>Noch ist nichts erledigt</translation>
    </message>
    <message>
        <source>Answered threads are kept here.</source>
        <translation>Beantwortete Vorgänge werden hier aufbewahrt.</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Hier ist nichts</translation>
    </message>
</context>
<context>
    <name>FiguresTable</name>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Late rate</source>
        <translation>Anteil verspätet</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Durchschnitt</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>due time</source>
        <translation>Fälligkeit</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>neueste zuerst</translation>
    </message>
    <message>
        <source>buyer</source>
        <translation>Käufer</translation>
    </message>
    <message>
        <source>marketplace</source>
        <translation>Marktplatz</translation>
    </message>
    <message>
        <source>Marketplace</source>
        <translation>Marktplatz</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Bearbeiter</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Keep this search as a view…</source>
        <translation>Diese Suche als Ansicht behalten…</translation>
    </message>
    <message>
        <source>{count} marked</source>
        <translation>{count} markiert</translation>
    </message>
    <message>
        <source>By {order}</source>
        <translation>Nach {order}</translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>“{words}”</source>
        <translation>„{words}“</translation>
    </message>
    <message>
        <source>set aside: {reason}</source>
        <translation>beiseitegelegt: {reason}</translation>
    </message>
    <message>
        <source>Count it again</source>
        <translation>Wieder zählen</translation>
    </message>
    <message>
        <source>Set aside…</source>
        <translation>Beiseitelegen…</translation>
    </message>
    <message>
        <source>Say why it does not matter in this thread (Ctrl+.)</source>
        <translation>Sagen Sie, warum es in diesem Vorgang keine Rolle spielt (Strg+.)</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>Findings</source>
        <translation>Fundstellen</translation>
    </message>
    <message>
        <source>To change: {count}</source>
        <translation>Zu ändern: {count}</translation>
    </message>
    <message>
        <source>To look at: {count}</source>
        <translation>Anzusehen: {count}</translation>
    </message>
    <message>
        <source>Hints: {count}</source>
        <translation>Hinweise: {count}</translation>
    </message>
    <message>
        <source>Set aside: {count}</source>
        <translation>Beiseitegelegt: {count}</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>{count} more follow when these are dealt with.</source>
        <translation>{count} weitere folgen, wenn diese erledigt sind.</translation>
    </message>
</context>
<context>
    <name>ForecastTab</name>
    <message>
        <source>ddd d MMM yyyy HH:mm</source>
        <translation>ddd, d. MMM yyyy HH:mm</translation>
    </message>
    <message>
        <source>Nobody works until</source>
        <translation>Niemand arbeitet bis</translation>
    </message>
    <message>
        <source>Mark threads to see what answering them now does to the rate.</source>
        <translation>Markieren Sie Vorgänge, um zu sehen, was es für die Quote bedeutet, sie jetzt zu beantworten.</translation>
    </message>
    <message>
        <source>If nobody works until</source>
        <translation>Wenn bis dahin niemand arbeitet</translation>
    </message>
    <message>
        <source>even at the usual pace</source>
        <translation>selbst im üblichen Tempo</translation>
    </message>
    <message>
        <source>Answering these {count} now keeps the 7 day late rate at {answering}, leaving them makes it {leaving}.</source>
        <translation>Wenn Sie diese {count} jetzt beantworten, bleibt die Verspätungsquote über 7 Tage bei {answering}; bleiben sie liegen, wird sie {leaving}.</translation>
    </message>
    <message>
        <source>Nothing breaches until then.</source>
        <translation>Bis dahin wird keine Frist überschritten.</translation>
    </message>
    <message numerus="yes">
        <source>%n breach(es) until then, the first {first}.</source>
        <translation>
            <numerusform>%n Überschreitung bis dahin, am {first}.</numerusform>
            <numerusform>%n Überschreitungen bis dahin, die erste am {first}.</numerusform>
        </translation>
    </message>
    <message>
        <source>At {pace} answers an office hour it would be {count}.</source>
        <translation>Bei {pace} Antworten je Bürostunde wären es {count}.</translation>
    </message>
    <message>
        <source>What will breach</source>
        <translation>Was die Frist überschreiten wird</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>Käufer</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
</context>
<context>
    <name>Gate</name>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>„{words}“</translation>
    </message>
    <message>
        <source>in {name}</source>
        <translation>in {name}</translation>
    </message>
    <message>
        <source>set aside here ({reason}); it still holds it back</source>
        <translation>hier beiseitegelegt ({reason}); hält die Antwort trotzdem zurück</translation>
    </message>
</context>
<context>
    <name>GateDialog</name>
    <message>
        <source>Reason for sending all the same</source>
        <translation>Grund, trotzdem zu senden</translation>
    </message>
    <message>
        <source>Reason, for the journal</source>
        <translation>Grund, für das Journal</translation>
    </message>
    <message>
        <source>Back to the reply</source>
        <translation>Zurück zur Antwort</translation>
    </message>
    <message>
        <source>Send with this reason</source>
        <translation>Mit diesem Grund senden</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>This reply is held back</source>
        <translation>Diese Antwort wird zurückgehalten</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal ansehen</translation>
    </message>
    <message>
        <source>Amazon forbids this in messages to buyers. It could cost the right to write.</source>
        <translation>Amazon verbietet das in Nachrichten an Käufer. Es könnte das Recht zu schreiben kosten.</translation>
    </message>
    <message>
        <source>This may be sent, but look at it once more.</source>
        <translation>Das darf gesendet werden, aber sehen Sie es noch einmal an.</translation>
    </message>
    <message>
        <source>Sending it with a reason is switched off here.</source>
        <translation>Mit einem Grund zu senden ist hier abgeschaltet.</translation>
    </message>
</context>
<context>
    <name>HandoverDialog</name>
    <message>
        <source>End of day</source>
        <translation>Tagesabschluss</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>As PDF…</source>
        <translation>Als PDF…</translation>
    </message>
    <message>
        <source>Mail…</source>
        <translation>E-Mail…</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Saved replies</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Write a new one (Ctrl+N)</source>
        <translation>Eine neue schreiben (Strg+N)</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>Importieren und exportieren</translation>
    </message>
    <message>
        <source>Back to the queue</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>Aus einer Datei importieren…</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>Alle exportieren…</translation>
    </message>
    <message>
        <source>Export your own…</source>
        <translation>Eigene exportieren…</translation>
    </message>
    <message>
        <source>Bring back deleted ones of the program</source>
        <translation>Gelöschte Vorlagen des Programms zurückholen</translation>
    </message>
</context>
<context>
    <name>HealthTab</name>
    <message>
        <source>Late response rate</source>
        <translation>Quote verspäteter Antworten</translation>
    </message>
    <message>
        <source>Average response</source>
        <translation>Mittlere Antwortzeit</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) counted…</source>
        <translation>
            <numerusform>%n Nachricht gezählt…</numerusform>
            <numerusform>%n Nachrichten gezählt…</numerusform>
        </translation>
    </message>
    <message>
        <source>Type in what Amazon shows to compare.</source>
        <translation>Tragen Sie ein, was Amazon anzeigt, um zu vergleichen.</translation>
    </message>
    <message>
        <source>Amazon showed {rate} on {date}, noted by {agent}.</source>
        <translation>Amazon zeigte {rate} am {date}, notiert von {agent}.</translation>
    </message>
    <message>
        <source>Divided by</source>
        <translation>Aufgeteilt nach</translation>
    </message>
    <message>
        <source>Late response rate that Amazon shows</source>
        <translation>Quote verspäteter Antworten, die Amazon anzeigt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notieren</translation>
    </message>
    <message>
        <source>Keep Amazon&apos;s figure beside ours</source>
        <translation>Amazons Zahl neben unserer behalten</translation>
    </message>
</context>
<context>
    <name>ImportBar</name>
    <message>
        <source>Progress of the import</source>
        <translation>Fortschritt des Imports</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>Leave it at that</source>
        <translation>Dabei belassen</translation>
    </message>
    <message numerus="yes">
        <source>Importing: {done} of %n mail(s)</source>
        <translation>
            <numerusform>Import: {done} von %n E-Mail</numerusform>
            <numerusform>Import: {done} von %n E-Mails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Importing: %n mail(s) so far</source>
        <translation>
            <numerusform>Import: bisher %n E-Mail</numerusform>
            <numerusform>Import: bisher %n E-Mails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n mail(s), which are kept. Going on leaves out what is there.</source>
        <translation>
            <numerusform>Nach %n E-Mail angehalten; sie ist gespeichert. Beim Weitermachen wird ausgelassen, was da ist.</numerusform>
            <numerusform>Nach %n E-Mails angehalten; sie sind gespeichert. Beim Weitermachen wird ausgelassen, was da ist.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>Import mails</source>
        <translation>E-Mails importieren</translation>
    </message>
    <message>
        <source>Mails (*.eml *.mbox *.mbx *.mail)</source>
        <translation>E-Mails (*.eml *.mbox *.mbx *.mail)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import a folder of mails</source>
        <translation>Ordner mit E-Mails importieren</translation>
    </message>
    <message>
        <source>There was nothing to import.</source>
        <translation>Es gab nichts zu importieren.</translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) added</source>
        <translation>
            <numerusform>%n E-Mail hinzugefügt</numerusform>
            <numerusform>%n E-Mails hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n there already</source>
        <translation>
            <numerusform>%n schon vorhanden</numerusform>
            <numerusform>%n schon vorhanden</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: {reason}</source>
        <translation>{name}: {reason}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <source>Not everything could be read. {list}</source>
        <translation>Nicht alles konnte gelesen werden. {list}</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys and what they do</source>
        <translation>Tasten und was sie tun</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie tut</translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message>
        <source>A-to-z claim</source>
        <translation>A-bis-z-Antrag</translation>
    </message>
    <message>
        <source>Cancellation</source>
        <translation>Stornierung</translation>
    </message>
    <message>
        <source>Unsorted</source>
        <translation>Nicht zugeordnet</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Unlesbar</translation>
    </message>
    <message>
        <source>Forgery</source>
        <translation>Fälschung</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>Zurückgekommen</translation>
    </message>
    <message>
        <source>Buyer opted out</source>
        <translation>Käufer hat sich abgemeldet</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Rücksendung</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Erstattung</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Mitteilung</translation>
    </message>
</context>
<context>
    <name>LabelDialog</name>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Claimed.</source>
        <translation>Übernommen.</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Zuweisen</translation>
    </message>
    <message>
        <source>To whom? Empty gives it back to everybody.</source>
        <translation>An wen? Leer gibt ihn allen zurück.</translation>
    </message>
    <message>
        <source>Assigned.</source>
        <translation>Zugewiesen.</translation>
    </message>
    <message>
        <source>Tag taken off.</source>
        <translation>Schlagwort entfernt.</translation>
    </message>
    <message>
        <source>Tagged.</source>
        <translation>Schlagwort gesetzt.</translation>
    </message>
    <message>
        <source>Claimed {count} threads.</source>
        <translation>{count} Vorgänge übernommen.</translation>
    </message>
    <message>
        <source>Assigned {count} threads.</source>
        <translation>{count} Vorgänge zugewiesen.</translation>
    </message>
    <message>
        <source>Tagged {count} threads.</source>
        <translation>Schlagwort an {count} Vorgängen gesetzt.</translation>
    </message>
    <message>
        <source>Tag taken off {count} threads.</source>
        <translation>Schlagwort von {count} Vorgängen entfernt.</translation>
    </message>
    <message>
        <source>Which tag? A minus before it takes it off.</source>
        <translation>Welches Schlagwort? Ein Minus davor entfernt es.</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>This is due too soon to be put off.</source>
        <translation>Das ist zu bald fällig, um es zurückzustellen.</translation>
    </message>
    <message>
        <source>One of these is due too soon to be put off.</source>
        <translation>Einer davon ist zu bald fällig, um ihn zurückzustellen.</translation>
    </message>
    <message>
        <source>for {hours} h</source>
        <translation>für {hours} Std</translation>
    </message>
    <message>
        <source>Put off; it stays on the due lists.</source>
        <translation>Zurückgestellt; in den Listen der Fälligen bleibt es.</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Pauses</source>
        <translation>Pausen</translation>
    </message>
    <message>
        <source>For how long?</source>
        <translation>Für wie lange?</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italienisch</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japanisch</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Niederländisch</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Polnisch</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portugiesisch</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>Schwedisch</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Türkisch</translation>
    </message>
</context>
<context>
    <name>ListingBar</name>
    <message>
        <source>Back to the view</source>
        <translation>Zurück zur Ansicht</translation>
    </message>
</context>
<context>
    <name>MailLanes</name>
    <message>
        <source>The text is back in its thread as a draft.</source>
        <translation>Der Text steht wieder als Entwurf in seinem Vorgang.</translation>
    </message>
</context>
<context>
    <name>Mailboxes</name>
    <message>
        <source>Remove the mailbox {name}?</source>
        <translation>Postfach {name} entfernen?</translation>
    </message>
    <message>
        <source>It is not read any more, and its password is forgotten. The mails that came by it stay here.</source>
        <translation>Es wird nicht mehr gelesen, und sein Passwort wird vergessen. Die E-Mails, die darüber kamen, bleiben hier.</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>&amp;Type the password…</source>
        <translation>&amp;Passwort eingeben…</translation>
    </message>
</context>
<context>
    <name>MailboxesDialog</name>
    <message>
        <source>Mailboxes</source>
        <translation>Postfächer</translation>
    </message>
    <message>
        <source>Connect another…</source>
        <translation>Weiteres verbinden…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Read now</source>
        <translation>Jetzt lesen</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>{address} · read at {time}</source>
        <translation>{address} · gelesen um {time}</translation>
    </message>
    <message>
        <source>Each mailbox is read by itself; trouble with one holds up none.</source>
        <translation>Jedes Postfach wird für sich gelesen; Ärger mit einem hält keines auf.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message numerus="yes">
        <source>%n notice(s)</source>
        <translation>
            <numerusform>%n Mitteilung</numerusform>
            <numerusform>%n Mitteilungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsorted</source>
        <translation>
            <numerusform>%n nicht zugeordnet</numerusform>
            <numerusform>%n nicht zugeordnet</numerusform>
        </translation>
    </message>
    <message>
        <source>Claims, notices and unsorted mails (Ctrl+U)</source>
        <translation>Anträge, Mitteilungen und nicht zugeordnete E-Mails (Strg+U)</translation>
    </message>
    <message>
        <source>Thread and reply</source>
        <translation>Vorgang und Antwort</translation>
    </message>
    <message>
        <source>Queue and thread</source>
        <translation>Warteschlange und Vorgang</translation>
    </message>
    <message>
        <source>Search buyer, words, order, ASIN…  ( / )</source>
        <translation>Käufer, Wörter, Bestellung, ASIN suchen…  ( / )</translation>
    </message>
    <message>
        <source>Today&apos;s work (W)</source>
        <translation>Arbeit von heute (W)</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Thread</source>
        <translation>&amp;Vorgang</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Mailbox</source>
        <translation>&amp;Postfach</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>MessageCard</name>
    <message>
        <source>Show the whole mail</source>
        <translation>Ganze E-Mail zeigen</translation>
    </message>
    <message>
        <source>Show the words alone</source>
        <translation>Nur die Worte zeigen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save {name}</source>
        <translation>{name} speichern</translation>
    </message>
    <message>
        <source>Save the file; it is not opened</source>
        <translation>Datei speichern; sie wird nicht geöffnet</translation>
    </message>
    <message>
        <source>Amazon&apos;s customer service</source>
        <translation>Amazons Kundenservice</translation>
    </message>
    <message>
        <source>Unknown buyer</source>
        <translation>Unbekannter Käufer</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Unknown sender</source>
        <translation>Unbekannter Absender</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>ddd d MMM yyyy, HH:mm</source>
        <translation>ddd, d. MMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>as the mail&apos;s own date says</source>
        <translation>wie das Datum der E-Mail sagt</translation>
    </message>
    <message>
        <source>as the mail server recorded it</source>
        <translation>wie der Mailserver es festhielt</translation>
    </message>
    <message>
        <source>as the receiving server stamped it</source>
        <translation>wie der empfangende Server es stempelte</translation>
    </message>
    <message>
        <source>as the mail&apos;s file says</source>
        <translation>wie die Datei der E-Mail sagt</translation>
    </message>
    <message>
        <source>when it came into the program</source>
        <translation>als sie ins Programm kam</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation>ddd, d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Internal: the buyer never reads this</source>
        <translation>Intern: Das liest der Käufer nie</translation>
    </message>
    <message>
        <source>Internal notes</source>
        <translation>Interne Notizen</translation>
    </message>
    <message>
        <source>New internal note</source>
        <translation>Neue interne Notiz</translation>
    </message>
    <message>
        <source>A note for colleagues…</source>
        <translation>Notiz für Kollegen…</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>Notiz behalten</translation>
    </message>
    <message>
        <source>Keep the note for colleagues (Ctrl+Enter)</source>
        <translation>Notiz für Kollegen behalten (Strg+Enter)</translation>
    </message>
    <message>
        <source>Take the last one away</source>
        <translation>Letzte entfernen</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>NoticesDialog</name>
    <message>
        <source>Claims, notices and unsorted mails</source>
        <translation>Anträge, Mitteilungen und nicht zugeordnete E-Mails</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Why it is here</source>
        <translation>Warum sie hier ist</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <translation>d. MMM yyyy, HH:mm</translation>
    </message>
</context>
<context>
    <name>Notifying</name>
    <message>
        <source>Unknown buyer</source>
        <translation>Unbekannter Käufer</translation>
    </message>
    <message>
        <source>{left}: {buyer}</source>
        <translation>{left}: {buyer}</translation>
    </message>
    <message>
        <source>{count} threads need a response</source>
        <translation>{count} Vorgänge brauchen eine Antwort</translation>
    </message>
    <message>
        <source>{count} overdue</source>
        <translation>{count} überfällig</translation>
    </message>
    <message>
        <source>most urgent: {buyer}, {left}</source>
        <translation>am dringendsten: {buyer}, {left}</translation>
    </message>
    <message>
        <source>No mail for {count} h: {account}</source>
        <translation>Seit {count} Std keine E-Mail: {account}</translation>
    </message>
    <message>
        <source>Not read since {time}.</source>
        <translation>Nicht gelesen seit {time}.</translation>
    </message>
    <message>
        <source>Last sync failed: {problem}</source>
        <translation>Der letzte Abruf scheiterte: {problem}</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} wartend</translation>
    </message>
    <message>
        <source>{count} due soon</source>
        <translation>{count} bald fällig</translation>
    </message>
    <message>
        <source>({count}) {name}</source>
        <translation>({count}) {name}</translation>
    </message>
    <message>
        <source>({count}, {overdue} overdue) {name}</source>
        <translation>({count}, {overdue} überfällig) {name}</translation>
    </message>
    <message>
        <source>Due in {time}</source>
        <translation>Fällig in {time}</translation>
    </message>
    <message>
        <source>Decided here, not yet marked on Amazon.</source>
        <translation>Hier entschieden, bei Amazon noch nicht markiert.</translation>
    </message>
</context>
<context>
    <name>NumbersDesk</name>
    <message>
        <source>{days} days</source>
        <translation>{days} Tage</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>Bericht exportieren</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>Geschrieben: {name}</translation>
    </message>
</context>
<context>
    <name>OlderBar</name>
    <message>
        <source>These waited longer than three days when their mailbox was first imported.</source>
        <translation>Diese warteten länger als drei Tage, als ihr Postfach zum ersten Mal importiert wurde.</translation>
    </message>
    <message>
        <source>Settle all…</source>
        <translation>Alle erledigen…</translation>
    </message>
    <message>
        <source>Take all of them off the queue, after asking</source>
        <translation>Alle nach einer Rückfrage aus der Warteschlange nehmen</translation>
    </message>
</context>
<context>
    <name>Original</name>
    <message>
        <source>The whole mail</source>
        <translation>Die ganze E-Mail</translation>
    </message>
</context>
<context>
    <name>OtherSeats</name>
    <message>
        <source>Another program marked this as answered, as the mailbox showed first on {time}. Neither that answer nor Amazon&apos;s copy of it has come here, so the clock runs on. Look whether it is there, then mark this as answered (Ctrl+Shift+Enter); a reply from here would be a second one.</source>
        <translation>Ein anderes Programm hat dies als beantwortet gekennzeichnet; im Postfach zuerst gesehen: {time}. Weder diese Antwort noch Amazons Kopie davon ist hier angekommen, deshalb läuft die Frist weiter. Sehen Sie nach, ob sie da ist, und kennzeichnen Sie dies dann als beantwortet (Strg+Umschalt+Enter); eine Antwort von hier wäre die zweite.</translation>
    </message>
    <message>
        <source>Another seat marked this as needing no response, as the mailbox showed first on {time}.</source>
        <translation>An einem anderen Platz wurde gekennzeichnet, dass keine Antwort nötig ist; im Postfach zuerst gesehen: {time}.</translation>
    </message>
</context>
<context>
    <name>Outgoing</name>
    <message>
        <source>The reply is stored.</source>
        <translation>Die Antwort ist gespeichert.</translation>
    </message>
    <message>
        <source>The window closes as soon as the reply has left.</source>
        <translation>Das Fenster schließt, sobald die Antwort gesendet ist.</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>Open the thread first.</source>
        <translation>Öffnen Sie zuerst den Vorgang.</translation>
    </message>
    <message>
        <source>Write as PDF</source>
        <translation>Als PDF schreiben</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>Geschrieben: {name}</translation>
    </message>
    <message>
        <source>The sample mailbox opens no mail program.</source>
        <translation>Das Beispielpostfach öffnet kein E-Mail-Programm.</translation>
    </message>
</context>
<context>
    <name>Particulars</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>What is it for?</source>
        <translation>Wofür ist sie?</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>All marketplaces</source>
        <translation>Alle Marktplätze</translation>
    </message>
    <message>
        <source>Marketplace</source>
        <translation>Marktplatz</translation>
    </message>
    <message>
        <source>Days until which the buyer is promised to hear again</source>
        <translation>Tage, bis zu denen der Käufer wieder von Ihnen hört</translation>
    </message>
    <message>
        <source>Nothing is promised</source>
        <translation>Keine Zusage</translation>
    </message>
    <message>
        <source>Tags put on the thread when sent</source>
        <translation>Schlagwörter, die der Vorgang beim Senden erhält</translation>
    </message>
    <message>
        <source>such as: waiting for warehouse</source>
        <translation>etwa: wartet auf Lager</translation>
    </message>
    <message>
        <source>Holding reply</source>
        <translation>Zwischenbescheid</translation>
    </message>
    <message>
        <source>Offered with one key while less than two hours are left</source>
        <translation>Wird mit einer Taste angeboten, solange weniger als zwei Stunden bleiben</translation>
    </message>
    <message numerus="yes">
        <source> day(s)</source>
        <comment>after a number</comment>
        <translation>
            <numerusform> Tag</numerusform>
            <numerusform> Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Any topic</source>
        <translation>Jedes Thema</translation>
    </message>
    <message>
        <source>Topics it answers: {topics}</source>
        <translation>Themen, auf die sie antwortet: {topics}</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>When sent</source>
        <translation>Beim Senden</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Password of a mailbox</source>
        <translation>Passwort eines Postfachs</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation>Postfach</translation>
    </message>
    <message>
        <source>Mailboxes</source>
        <translation>Postfächer</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
</context>
<context>
    <name>PileCard</name>
    <message>
        <source>{name}: {count}. Key {key}.</source>
        <translation>{name}: {count}. Taste {key}.</translation>
    </message>
</context>
<context>
    <name>ProblemBar</name>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>E&amp;inzelheiten</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} weitere</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Details of the problem</source>
        <translation>Einzelheiten des Problems</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>settled</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>Unknown buyer</source>
        <translation>Unbekannter Käufer</translation>
    </message>
    <message>
        <source>No subject</source>
        <translation>Kein Betreff</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} wartend</translation>
    </message>
    <message>
        <source>order {number}</source>
        <translation>Bestellung {number}</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>Zurückgekommen</translation>
    </message>
    <message>
        <source>Answered elsewhere?</source>
        <translation>Anderswo beantwortet?</translation>
    </message>
    <message>
        <source>Another program answered: seen {time}</source>
        <translation>Von anderem Programm beantwortet: gesehen {time}</translation>
    </message>
    <message>
        <source>Promised by {time}</source>
        <translation>Zugesagt bis {time}</translation>
    </message>
    <message>
        <source>Doubtful sender</source>
        <translation>Zweifelhafter Absender</translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation>Zu bestätigen</translation>
    </message>
    <message>
        <source>No response needed?</source>
        <translation>Keine Antwort nötig?</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Received {time}</source>
        <translation>Eingang {time}</translation>
    </message>
    <message>
        <source>Answer by {time}</source>
        <translation>Antwort bis {time}</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Älter</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>Message queue</source>
        <translation>Warteschlange</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Reasons</source>
        <translation>Gründe</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Anderer Grund</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Entscheiden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ReasonPicker</name>
    <message>
        <source>No response necessary</source>
        <translation>Keine Antwort nötig</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Gründe</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Entscheiden</translation>
    </message>
</context>
<context>
    <name>ReminderBar</name>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>Repair</name>
    <message>
        <source>The profile&apos;s file was damaged and has been made whole: {mails} mails and {entries} decisions and steps were saved. Look once through what waits; mails are fetched again. The damaged file is kept: {aside}</source>
        <translation>Die Datei des Profils war beschädigt und ist wiederhergestellt: {mails} E-Mails und {entries} Entscheidungen und Schritte wurden gerettet. Sehen Sie einmal durch, was wartet; E-Mails werden neu abgerufen. Die beschädigte Datei ist aufgehoben: {aside}</translation>
    </message>
</context>
<context>
    <name>RepairWindow</name>
    <message>
        <source>Inbox Assistant</source>
        <translation>Inbox Assistant</translation>
    </message>
    <message>
        <source>The profile&apos;s file is damaged. What it still holds is being saved; the file itself is kept.</source>
        <translation>Die Datei des Profils ist beschädigt. Was sie noch enthält, wird gerettet; die Datei selbst wird aufgehoben.</translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) read</source>
        <translation>
            <numerusform>%n E-Mail gelesen</numerusform>
            <numerusform>%n E-Mails gelesen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplyButtons</name>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Holding reply</source>
        <translation>Zwischenbescheid</translation>
    </message>
    <message>
        <source>No response necessary</source>
        <translation>Keine Antwort nötig</translation>
    </message>
    <message>
        <source>Marked on Amazon</source>
        <translation>Bei Amazon markiert</translation>
    </message>
    <message>
        <source>Answered in Seller Central…</source>
        <translation>In Seller Central beantwortet…</translation>
    </message>
    <message>
        <source>Send the reply (Ctrl+Enter)</source>
        <translation>Antwort senden (Strg+Enter)</translation>
    </message>
    <message>
        <source>No response necessary (N)</source>
        <translation>Keine Antwort nötig (N)</translation>
    </message>
    <message>
        <source>It is marked on Amazon too (C)</source>
        <translation>Es ist auch bei Amazon markiert (C)</translation>
    </message>
    <message>
        <source>It was answered on Amazon&apos;s own pages (Ctrl+Shift+Enter)</source>
        <translation>Es wurde auf Amazons eigenen Seiten beantwortet (Strg+Umschalt+Enter)</translation>
    </message>
    <message>
        <source>Say by when the full answer comes (Ctrl+H)</source>
        <translation>Sagen, bis wann die volle Antwort kommt (Strg+H)</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Verbleibende Zeit</translation>
    </message>
</context>
<context>
    <name>ReplyEditor</name>
    <message>
        <source>Reply</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Write the reply…</source>
        <translation>Antwort schreiben…</translation>
    </message>
    <message>
        <source>Flag {number} of {count}: {severity}. {message}</source>
        <translation>Markierung {number} von {count}: {severity}. {message}</translation>
    </message>
    <message>
        <source>Looking for replacements…</source>
        <translation>Es wird nach Ersatz gesucht…</translation>
    </message>
    <message>
        <source>No ready-made fix</source>
        <translation>Keine fertige Änderung</translation>
    </message>
    <message>
        <source>To fill in: {name}</source>
        <translation>Auszufüllen: {name}</translation>
    </message>
</context>
<context>
    <name>ReplyFiles</name>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>The file could not be found in the mail.</source>
        <translation>Die Datei war in der E-Mail nicht zu finden.</translation>
    </message>
    <message>
        <source>Saved, not opened: {path}</source>
        <translation>Gespeichert, nicht geöffnet: {path}</translation>
    </message>
</context>
<context>
    <name>ReplyMatters</name>
    <message>
        <source>Buyer: {language}</source>
        <translation>Käufer: {language}</translation>
    </message>
    <message>
        <source>Reply: {language}</source>
        <translation>Antwort: {language}</translation>
    </message>
    <message>
        <source>no dictionary of {language} is installed: no spelling</source>
        <translation>kein Wörterbuch für {language} installiert: keine Rechtschreibung</translation>
    </message>
    <message>
        <source>Set this finding aside?</source>
        <translation>Diese Fundstelle beiseitelegen?</translation>
    </message>
    <message>
        <source>It is a name or a part of the product</source>
        <translation>Es ist ein Name oder Teil des Produkts</translation>
    </message>
    <message>
        <source>The buyer asked about it</source>
        <translation>Der Käufer hat danach gefragt</translation>
    </message>
    <message>
        <source>It means something else here</source>
        <translation>Es bedeutet hier etwas anderes</translation>
    </message>
    <message>
        <source>By when does the buyer hear from us again?</source>
        <translation>Bis wann hört der Käufer wieder von uns?</translation>
    </message>
    <message>
        <source>The promise stays in the queue until it is kept.</source>
        <translation>Die Zusage bleibt in der Warteschlange, bis sie eingehalten ist.</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Zusagen</translation>
    </message>
    <message>
        <source>You will hear from us</source>
        <translation>Sie hören von uns</translation>
    </message>
    <message>
        <source>Internal notes cannot be put into a reply.</source>
        <translation>Interne Notizen können nicht in eine Antwort gesetzt werden.</translation>
    </message>
</context>
<context>
    <name>ReplyTemplates</name>
    <message>
        <source>A holding reply is offered when two hours are left.</source>
        <translation>Ein Zwischenbescheid wird angeboten, wenn noch zwei Stunden bleiben.</translation>
    </message>
    <message>
        <source>Saved replies are being checked; try again soon.</source>
        <translation>Die Vorlagen werden gerade geprüft; versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>There is no holding reply any more.</source>
        <translation>Es gibt keinen Zwischenbescheid mehr.</translation>
    </message>
    <message>
        <source>Write the reply first, then save it.</source>
        <translation>Schreiben Sie zuerst die Antwort, dann speichern Sie sie.</translation>
    </message>
    <message>
        <source>The saved reply is kept.</source>
        <translation>Die Vorlage ist gespeichert.</translation>
    </message>
    <message>
        <source>The rules have changed: {names} would be held back now.</source>
        <translation>Die Regeln haben sich geändert: {names} würde jetzt zurückgehalten.</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Within 24 h</source>
        <translation>Innerhalb von 24 Std</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Verspätet</translation>
    </message>
    <message>
        <source>No response</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Still in time</source>
        <translation>Noch in der Frist</translation>
    </message>
    <message>
        <source>No response necessary</source>
        <translation>Keine Antwort nötig</translation>
    </message>
    <message>
        <source>Settled with the older ones</source>
        <translation>Mit den älteren erledigt</translation>
    </message>
    <message>
        <source>Marketplace</source>
        <translation>Marktplatz</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Bearbeiter</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Hour of receipt</source>
        <translation>Stunde des Eingangs</translation>
    </message>
    <message>
        <source>Weekday of receipt</source>
        <translation>Wochentag des Eingangs</translation>
    </message>
    <message>
        <source>Day of receipt</source>
        <translation>Tag des Eingangs</translation>
    </message>
    <message>
        <source>Nobody here</source>
        <translation>Niemand hier</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation>ddd, d. MMM</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>Answered late</source>
        <translation>Verspätet beantwortet</translation>
    </message>
    <message>
        <source>Confirmed late</source>
        <translation>Verspätet bestätigt</translation>
    </message>
    <message>
        <source>Told late</source>
        <translation>Verspätet gemeldet</translation>
    </message>
    <message>
        <source>Not explained yet</source>
        <translation>Noch nicht erklärt</translation>
    </message>
    <message>
        <source>Never seen</source>
        <translation>Nie gesehen</translation>
    </message>
    <message>
        <source>Waiting for warehouse</source>
        <translation>Wartete auf das Lager</translation>
    </message>
    <message>
        <source>Intake delay</source>
        <translation>Verspäteter Eingang</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>Zurückgekommen</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Nicht bestätigt</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>ddd d MMM, HH:mm</source>
        <translation>ddd, d. MMM, HH:mm</translation>
    </message>
    <message>
        <source>{number}%</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} Min</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} Std {minutes} Min</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Account Health</source>
        <translation>Kontozustand</translation>
    </message>
    <message>
        <source>Overdue review</source>
        <translation>Überfälliges</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Back to the queue</source>
        <translation>Zurück zur Warteschlange</translation>
    </message>
    <message>
        <source>As {form}…</source>
        <translation>Als {form}…</translation>
    </message>
</context>
<context>
    <name>ReviewTab</name>
    <message>
        <source>Late beats no response: Enter opens the thread to answer it. A breach stays here whatever happens to it; its cause is yours to say.</source>
        <translation>Spät ist besser als gar nicht: Enter öffnet den Vorgang, um ihn zu beantworten. Eine Überschreitung bleibt hier stehen, was auch geschieht; ihre Ursache nennen Sie.</translation>
    </message>
    <message>
        <source>Causes of each week</source>
        <translation>Ursachen jeder Woche</translation>
    </message>
    <message numerus="yes">
        <source>%n breach(es) in 30 days, {still} without an answer, {unexplained} without a cause.</source>
        <translation>
            <numerusform>%n Überschreitung in 30 Tagen, {still} ohne Antwort, {unexplained} ohne Ursache.</numerusform>
            <numerusform>%n Überschreitungen in 30 Tagen, {still} ohne Antwort, {unexplained} ohne Ursache.</numerusform>
        </translation>
    </message>
    <message>
        <source>Week of {monday}: {count} — {shares}</source>
        <translation>Woche vom {monday}: {count} — {shares}</translation>
    </message>
</context>
<context>
    <name>SaveTemplateDialog</name>
    <message>
        <source>What is it for?</source>
        <translation>Wofür ist sie?</translation>
    </message>
    <message>
        <source>Save as a saved reply</source>
        <translation>Als Vorlage speichern</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Only for {place}</source>
        <translation>Nur für {place}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Put a placeholder for “{words}”: {name}</source>
        <translation>„{words}“ durch Platzhalter ersetzen: {name}</translation>
    </message>
    <message>
        <source>Change what is flagged first: it would be held back.</source>
        <translation>Ändern Sie zuerst, was markiert ist: So würde sie zurückgehalten.</translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>Keep this search</source>
        <translation>Diese Suche behalten</translation>
    </message>
    <message>
        <source>Name of the view for “{query}”</source>
        <translation>Name der Ansicht für „{query}“</translation>
    </message>
</context>
<context>
    <name>SentBack</name>
    <message>
        <source>Amazon sent the reply back: the buyer has opted out of messages that answer no question of theirs.</source>
        <translation>Amazon hat die Antwort zurückgeschickt: Der Käufer hat sich von Nachrichten abgemeldet, die keine seiner Fragen beantworten.</translation>
    </message>
    <message>
        <source>The reply was sent back and was not read.</source>
        <translation>Die Antwort kam zurück und wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>The buyer still waits, and the first clock runs on. Answer once more from here: it goes out as a reply to the buyer&apos;s own message, with its text quoted. If that comes back too, answer on the case page (B).</source>
        <translation>Der Käufer wartet noch, und die erste Frist läuft weiter. Antworten Sie noch einmal von hier: Die Antwort geht auf die Nachricht des Käufers selbst hinaus, mit deren Text als Zitat. Kommt auch sie zurück, antworten Sie auf der Seite des Vorgangs (B).</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>This window speaks English.</source>
        <translation>Dieses Fenster spricht Deutsch.</translation>
    </message>
    <message>
        <source>0: never.</source>
        <translation>0: nie.</translation>
    </message>
    <message>
        <source>A flag is a single word of letters, digits and . _ - $.</source>
        <translation>Eine Markierung ist ein einzelnes Wort aus Buchstaben, Ziffern und . _ - $.</translation>
    </message>
    <message>
        <source>A late response rate lies between 0 and 100 per cent.</source>
        <translation>Eine Quote verspäteter Antworten liegt zwischen 0 und 100 Prozent.</translation>
    </message>
    <message>
        <source>A mail in the profile&apos;s file is damaged.</source>
        <translation>Eine E-Mail in der Datei des Profils ist beschädigt.</translation>
    </message>
    <message>
        <source>A note may have {longest_note} characters.</source>
        <translation>Eine Notiz darf {longest_note} Zeichen haben.</translation>
    </message>
    <message>
        <source>A pause must end before the answer is due.</source>
        <translation>Eine Pause muss enden, bevor die Antwort fällig ist.</translation>
    </message>
    <message>
        <source>A process of the audit was ended from outside.</source>
        <translation>Ein Prozess der Prüfung wurde von außen beendet.</translation>
    </message>
    <message>
        <source>A reply can only go from one plain mail address to another.</source>
        <translation>Eine Antwort kann nur von einer einfachen E-Mail-Adresse an eine andere gehen.</translation>
    </message>
    <message>
        <source>A reply leaves only when this time is over.</source>
        <translation>Eine Antwort geht erst hinaus, wenn diese Zeit vorbei ist.</translation>
    </message>
    <message>
        <source>A reply may have {most_files} files.</source>
        <translation>Eine Antwort darf {most_files} Dateien haben.</translation>
    </message>
    <message>
        <source>A sign-in in the browser needs the client id of your registration.</source>
        <translation>Eine Anmeldung im Browser braucht die Client-ID Ihrer Registrierung.</translation>
    </message>
    <message>
        <source>A tag is short and has no commas or quotes.</source>
        <translation>Ein Schlagwort ist kurz und enthält keine Kommas oder Anführungszeichen.</translation>
    </message>
    <message>
        <source>A template&apos;s slot that was not filled in reaches the buyer as it stands</source>
        <translation>Eine Lücke der Vorlage, die nicht ausgefüllt wurde, erreicht den Käufer so, wie sie dasteht</translation>
    </message>
    <message>
        <source>A template&apos;s slot that was not filled in reaches the buyer as it stands.</source>
        <translation>Eine Lücke der Vorlage, die nicht ausgefüllt wurde, erreicht den Käufer so, wie sie dasteht.</translation>
    </message>
    <message>
        <source>A verified copy of everything is kept in the profile&apos;s folder; 0 makes none.</source>
        <translation>Eine geprüfte Kopie von allem wird im Ordner des Profils aufbewahrt; 0 macht keine.</translation>
    </message>
    <message>
        <source>Agents may send a blocked reply with a reason</source>
        <translation>Bearbeiter dürfen eine zurückgehaltene Antwort mit einem Grund senden</translation>
    </message>
    <message>
        <source>Amazon lists spelling errors among what a message must not contain.</source>
        <translation>Amazon zählt Rechtschreibfehler zu dem, was eine Nachricht nicht enthalten darf.</translation>
    </message>
    <message>
        <source>Amazon may not take .{ending} files by mail; PNG or PDF is safer.</source>
        <translation>Amazon nimmt .{ending}-Dateien per E-Mail womöglich nicht an; PNG oder PDF ist sicherer.</translation>
    </message>
    <message>
        <source>Amazon says that a message was not delivered</source>
        <translation>Amazon sagt, dass eine Nachricht nicht zugestellt wurde</translation>
    </message>
    <message>
        <source>Amazon says that the buyer opted out</source>
        <translation>Amazon sagt, dass der Käufer sich abgemeldet hat</translation>
    </message>
    <message>
        <source>Amazon showed {there} on {time} (noted by {agent}); here it is {here}.</source>
        <translation>Amazon zeigte am {time} {there} (notiert von {agent}); hier sind es {here}.</translation>
    </message>
    <message>
        <source>Amazon shows the last 7, 30 or 90 days.</source>
        <translation>Amazon zeigt die letzten 7, 30 oder 90 Tage.</translation>
    </message>
    <message>
        <source>Amazon takes no more; make it smaller or leave another one out.</source>
        <translation>Amazon nimmt nicht mehr an; verkleinern Sie sie oder lassen Sie eine andere weg.</translation>
    </message>
    <message>
        <source>Amazon&apos;s name from outside Amazon</source>
        <translation>Amazons Name von außerhalb Amazons</translation>
    </message>
    <message>
        <source>Amazon&apos;s staff asks for a buyer</source>
        <translation>Amazons Mitarbeiter fragen für einen Käufer</translation>
    </message>
    <message>
        <source>Amazon&apos;s type from outside Amazon</source>
        <translation>Amazons Kennung von außerhalb Amazons</translation>
    </message>
    <message>
        <source>Amazon&apos;s windows</source>
        <translation>Amazons Zeiträume</translation>
    </message>
    <message>
        <source>An account needs a name and a mail address.</source>
        <translation>Ein Konto braucht einen Namen und eine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Another program is writing to the profile.</source>
        <translation>Ein anderes Programm schreibt gerade in das Profil.</translation>
    </message>
    <message>
        <source>Another program marked this as answered: this may be a second reply.</source>
        <translation>Ein anderes Programm hat dies als beantwortet gekennzeichnet: Dies ist womöglich eine zweite Antwort.</translation>
    </message>
    <message>
        <source>Another reply to this message is already on its way.</source>
        <translation>Eine andere Antwort auf diese Nachricht ist schon unterwegs.</translation>
    </message>
    <message>
        <source>Answer from a message that a buyer sent.</source>
        <translation>Antworten Sie von einer Nachricht aus, die ein Käufer geschickt hat.</translation>
    </message>
    <message>
        <source>Answer in Seller Central, then mark it as answered there.</source>
        <translation>Antworten Sie in Seller Central und vermerken Sie es dann als dort beantwortet.</translation>
    </message>
    <message>
        <source>Answer in the buyer&apos;s language.</source>
        <translation>Antworten Sie in der Sprache des Käufers.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Ask first, or assign it to yourself.</source>
        <translation>Fragen Sie zuerst, oder weisen Sie ihn sich selbst zu.</translation>
    </message>
    <message>
        <source>Average response</source>
        <translation>Antwortzeit im Mittel</translation>
    </message>
    <message>
        <source>Average response time {span}.</source>
        <translation>Antwortzeit im Mittel: {span}.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Backups that are kept</source>
        <translation>Sicherungen, die aufbewahrt werden</translation>
    </message>
    <message>
        <source>Breaches before {time}</source>
        <translation>Fristen, die vor {time} verpasst werden</translation>
    </message>
    <message>
        <source>Breaches without a cause</source>
        <translation>Verpasste Fristen ohne Ursache</translation>
    </message>
    <message>
        <source>By the dictionaries of hunspell on this computer, as a hint alone.</source>
        <translation>Nach den Wörterbüchern von hunspell auf diesem Computer, nur als Hinweis.</translation>
    </message>
    <message>
        <source>Call that one back, or wait until it has left.</source>
        <translation>Rufen Sie jene zurück, oder warten Sie, bis sie gesendet ist.</translation>
    </message>
    <message>
        <source>Change the text, or give a reason to send it all the same.</source>
        <translation>Ändern Sie den Text, oder geben Sie einen Grund an, ihn trotzdem zu senden.</translation>
    </message>
    <message>
        <source>Change the text; overriding is switched off in this profile.</source>
        <translation>Ändern Sie den Text; sich darüber hinwegzusetzen ist in diesem Profil abgeschaltet.</translation>
    </message>
    <message>
        <source>Check date and time of this computer, then tell whoever runs the server.</source>
        <translation>Prüfen Sie Datum und Uhrzeit dieses Computers, und sagen Sie es dann den Betreibern des Servers.</translation>
    </message>
    <message>
        <source>Check date and time of this computer.</source>
        <translation>Prüfen Sie Datum und Uhrzeit dieses Computers.</translation>
    </message>
    <message>
        <source>Check host and port.</source>
        <translation>Prüfen Sie Server und Port.</translation>
    </message>
    <message>
        <source>Check name and password, then try again.</source>
        <translation>Prüfen Sie Name und Passwort, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Check that host and port are those of a mail server.</source>
        <translation>Prüfen Sie, ob Server und Port die eines Mailservers sind.</translation>
    </message>
    <message>
        <source>Check that it may be written.</source>
        <translation>Prüfen Sie, ob sie geschrieben werden darf.</translation>
    </message>
    <message>
        <source>Check that the folder exists and can be written, or restore a backup.</source>
        <translation>Prüfen Sie, ob der Ordner vorhanden und beschreibbar ist, oder stellen Sie eine Sicherung wieder her.</translation>
    </message>
    <message>
        <source>Check that the profile&apos;s folder can be written.</source>
        <translation>Prüfen Sie, ob der Ordner des Profils beschreibbar ist.</translation>
    </message>
    <message>
        <source>Check the addresses of the account and of the buyer.</source>
        <translation>Prüfen Sie die Adressen des Kontos und des Käufers.</translation>
    </message>
    <message>
        <source>Check the folder&apos;s name in the settings of the account.</source>
        <translation>Prüfen Sie den Namen des Ordners in den Einstellungen des Kontos.</translation>
    </message>
    <message>
        <source>Check the network and the name of the server.</source>
        <translation>Prüfen Sie das Netzwerk und den Namen des Servers.</translation>
    </message>
    <message>
        <source>Check the network, the port and the kind of protection.</source>
        <translation>Prüfen Sie das Netzwerk, den Port und die Art des Schutzes.</translation>
    </message>
    <message>
        <source>Check the network, then try again.</source>
        <translation>Prüfen Sie das Netzwerk, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Check the network.</source>
        <translation>Prüfen Sie das Netzwerk.</translation>
    </message>
    <message>
        <source>Check the port, and whether it wants TLS or STARTTLS.</source>
        <translation>Prüfen Sie den Port, und ob er TLS oder STARTTLS verlangt.</translation>
    </message>
    <message>
        <source>Check the port.</source>
        <translation>Prüfen Sie den Port.</translation>
    </message>
    <message>
        <source>Check the time, in your own time zone.</source>
        <translation>Prüfen Sie die Uhrzeit, in Ihrer eigenen Zeitzone.</translation>
    </message>
    <message>
        <source>Choose TLS in place of STARTTLS.</source>
        <translation>Wählen Sie TLS statt STARTTLS.</translation>
    </message>
    <message>
        <source>Choose TLS or STARTTLS.</source>
        <translation>Wählen Sie TLS oder STARTTLS.</translation>
    </message>
    <message>
        <source>Choose TLS; should that fail too, something on the way takes protection off.</source>
        <translation>Wählen Sie TLS; scheitert auch das, nimmt etwas unterwegs den Schutz weg.</translation>
    </message>
    <message>
        <source>Choose a TOML file or a CSV table in UTF-8.</source>
        <translation>Wählen Sie eine TOML-Datei oder eine CSV-Tabelle in UTF-8.</translation>
    </message>
    <message>
        <source>Choose a backup that this program wrote.</source>
        <translation>Wählen Sie eine Sicherung, die dieses Programm geschrieben hat.</translation>
    </message>
    <message>
        <source>Choose a folder from the list.</source>
        <translation>Wählen Sie einen Ordner aus der Liste.</translation>
    </message>
    <message>
        <source>Choose a folder in the account&apos;s settings.</source>
        <translation>Wählen Sie einen Ordner in den Einstellungen des Kontos.</translation>
    </message>
    <message>
        <source>Choose a folder that can be written.</source>
        <translation>Wählen Sie einen Ordner, der beschreibbar ist.</translation>
    </message>
    <message>
        <source>Choose an earlier time.</source>
        <translation>Wählen Sie eine frühere Zeit.</translation>
    </message>
    <message>
        <source>Choose another file, or none to trust whom this computer trusts.</source>
        <translation>Wählen Sie eine andere Datei, oder keine, um denen zu trauen, denen dieser Computer traut.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Choose another name for it.</source>
        <translation>Wählen Sie einen anderen Namen dafür.</translation>
    </message>
    <message>
        <source>Choose another place with enough free space.</source>
        <translation>Wählen Sie einen anderen Ort mit genug freiem Platz.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Choose {least_days} days or more.</source>
        <translation>Wählen Sie {least_days} Tage oder mehr.</translation>
    </message>
    <message>
        <source>Client id of your registration with Google</source>
        <translation>Client-ID Ihrer Registrierung bei Google</translation>
    </message>
    <message>
        <source>Client id of your registration with Microsoft</source>
        <translation>Client-ID Ihrer Registrierung bei Microsoft</translation>
    </message>
    <message>
        <source>Close it first.</source>
        <translation>Schließen Sie es zuerst.</translation>
    </message>
    <message>
        <source>Close it, then restore.</source>
        <translation>Schließen Sie es, und stellen Sie dann wieder her.</translation>
    </message>
    <message>
        <source>Close the window and open it again, or run “inbox-assistant recover”: what the file still holds is saved, and the file itself is kept.</source>
        <translation>Schließen Sie das Fenster und öffnen Sie es wieder, oder führen Sie „inbox-assistant recover“ aus: Was die Datei noch enthält, wird gerettet, und die Datei selbst wird aufgehoben.</translation>
    </message>
    <message>
        <source>Close the window and open it again: what the file still holds is saved, and the file itself is kept.</source>
        <translation>Schließen Sie das Fenster und öffnen Sie es wieder: Was die Datei noch enthält, wird gerettet, und die Datei selbst wird aufgehoben.</translation>
    </message>
    <message>
        <source>Closing the window keeps the program in the tray</source>
        <translation>Beim Schließen des Fensters bleibt das Programm im Infobereich</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Communication Guidelines (G1701) and Amazon&apos;s data protection policy</source>
        <translation>Kommunikationsrichtlinien (G1701) und Amazons Datenschutzrichtlinie</translation>
    </message>
    <message>
        <source>Communication Guidelines (G1701) and Amazon&apos;s data protection policy.</source>
        <translation>Kommunikationsrichtlinien (G1701) und Amazons Datenschutzrichtlinie.</translation>
    </message>
    <message>
        <source>Communication Guidelines (G1701) and selling policies: no circumvention of the Amazon sales process</source>
        <translation>Kommunikationsrichtlinien (G1701) und Verkaufsrichtlinien: keine Umgehung des Verkaufs über Amazon</translation>
    </message>
    <message>
        <source>Communication Guidelines (G1701) and selling policies: no circumvention of the Amazon sales process.</source>
        <translation>Kommunikationsrichtlinien (G1701) und Verkaufsrichtlinien: keine Umgehung des Verkaufs über Amazon.</translation>
    </message>
    <message>
        <source>Communication Guidelines (G1701), as far as public</source>
        <translation>Kommunikationsrichtlinien (G1701), soweit öffentlich</translation>
    </message>
    <message>
        <source>Communication Guidelines (G1701), style.</source>
        <translation>Kommunikationsrichtlinien (G1701), Stil.</translation>
    </message>
    <message>
        <source>Communication Guidelines (G1701), style: no emojis.</source>
        <translation>Kommunikationsrichtlinien (G1701), Stil: keine Emojis.</translation>
    </message>
    <message>
        <source>Communication Guidelines (G1701): never ask the buyer to cancel; A-to-z Guarantee rules</source>
        <translation>Kommunikationsrichtlinien (G1701): den Käufer nie um eine Stornierung bitten; Regeln der A-bis-z-Garantie</translation>
    </message>
    <message>
        <source>Communication Guidelines (G1701): never ask the buyer to cancel; A-to-z Guarantee rules.</source>
        <translation>Kommunikationsrichtlinien (G1701): den Käufer nie um eine Stornierung bitten; Regeln der A-bis-z-Garantie.</translation>
    </message>
    <message>
        <source>Communication Guidelines (G1701): never ask the buyer to cancel; A-to-z Guarantee: no pressure to withdraw</source>
        <translation>Kommunikationsrichtlinien (G1701): den Käufer nie um eine Stornierung bitten; A-bis-z-Garantie: kein Druck, etwas zurückzuziehen</translation>
    </message>
    <message>
        <source>Communication Guidelines (G1701): no e-mail addresses or telephone numbers.</source>
        <translation>Kommunikationsrichtlinien (G1701): keine E-Mail-Adressen oder Telefonnummern.</translation>
    </message>
    <message>
        <source>Communication Guidelines (G1701): no e-mail addresses or telephone numbers; answers go through Amazon&apos;s messages</source>
        <translation>Kommunikationsrichtlinien (G1701): keine E-Mail-Adressen oder Telefonnummern; Antworten gehen über Amazons Nachrichten</translation>
    </message>
    <message>
        <source>Communication Guidelines (G1701): no external links in messages to buyers</source>
        <translation>Kommunikationsrichtlinien (G1701): keine fremden Links in Nachrichten an Käufer</translation>
    </message>
    <message>
        <source>Communication Guidelines (G1701): no external links in messages to buyers.</source>
        <translation>Kommunikationsrichtlinien (G1701): keine fremden Links in Nachrichten an Käufer.</translation>
    </message>
    <message>
        <source>Communication Guidelines (G1701): no incentive or persuasion towards positive reviews or feedback, no request to change or remove one</source>
        <translation>Kommunikationsrichtlinien (G1701): kein Anreiz und kein Drängen zu guten Bewertungen, keine Bitte, eine zu ändern oder zu löschen</translation>
    </message>
    <message>
        <source>Communication Guidelines (G1701): no incentive or persuasion towards positive reviews, no request to change or remove one.</source>
        <translation>Kommunikationsrichtlinien (G1701): kein Anreiz und kein Drängen zu guten Bewertungen, keine Bitte, eine zu ändern oder zu löschen.</translation>
    </message>
    <message>
        <source>Communication Guidelines (G1701): no marketing, coupons or other products</source>
        <translation>Kommunikationsrichtlinien (G1701): keine Werbung, Gutscheine oder anderen Produkte</translation>
    </message>
    <message>
        <source>Communication Guidelines (G1701): no marketing, coupons or other products.</source>
        <translation>Kommunikationsrichtlinien (G1701): keine Werbung, Gutscheine oder anderen Produkte.</translation>
    </message>
    <message>
        <source>Communication Guidelines (G1701): no marketing, coupons, promotions or other products</source>
        <translation>Kommunikationsrichtlinien (G1701): keine Werbung, Gutscheine, Aktionen oder anderen Produkte</translation>
    </message>
    <message>
        <source>Communication Guidelines (G1701): no messages that only thank or offer help.</source>
        <translation>Kommunikationsrichtlinien (G1701): keine Nachrichten, die nur danken oder Hilfe anbieten.</translation>
    </message>
    <message>
        <source>Communication Guidelines (G1701): no offensive language or sensitive content</source>
        <translation>Kommunikationsrichtlinien (G1701): keine verletzende Sprache und keine heiklen Inhalte</translation>
    </message>
    <message>
        <source>Communication Guidelines (G1701): no offensive language or sensitive content.</source>
        <translation>Kommunikationsrichtlinien (G1701): keine verletzende Sprache und keine heiklen Inhalte.</translation>
    </message>
    <message>
        <source>Communication Guidelines (G1701): no order, shipping, delivery or refund notices</source>
        <translation>Kommunikationsrichtlinien (G1701): keine Mitteilungen zu Bestellung, Versand, Lieferung oder Erstattung</translation>
    </message>
    <message>
        <source>Communication Guidelines (G1701): no order, shipping, delivery or refund notices, no stock or delay notices, no manuals or tips nobody asked for</source>
        <translation>Kommunikationsrichtlinien (G1701): keine Mitteilungen zu Bestellung, Versand, Lieferung oder Erstattung, keine zu Bestand oder Verzögerung, keine Anleitungen oder Tipps ohne Nachfrage</translation>
    </message>
    <message>
        <source>Communication Guidelines (G1701): no order, shipping, delivery or refund notices.</source>
        <translation>Kommunikationsrichtlinien (G1701): keine Mitteilungen zu Bestellung, Versand, Lieferung oder Erstattung.</translation>
    </message>
    <message>
        <source>Communication Guidelines (G1701): no order, shipping, delivery, refund, stock or delay notices</source>
        <translation>Kommunikationsrichtlinien (G1701): keine Mitteilungen zu Bestellung, Versand, Lieferung, Erstattung, Bestand oder Verzögerung</translation>
    </message>
    <message>
        <source>Communication Guidelines (G1701): no out-of-stock or delay notices</source>
        <translation>Kommunikationsrichtlinien (G1701): keine Mitteilungen über fehlenden Bestand oder Verzögerungen</translation>
    </message>
    <message>
        <source>Communication Guidelines (G1701): no out-of-stock or delay notices.</source>
        <translation>Kommunikationsrichtlinien (G1701): keine Mitteilungen über fehlenden Bestand oder Verzögerungen.</translation>
    </message>
    <message>
        <source>Communication Guidelines (G1701): no proactive customer service such as manuals, tips or FAQ</source>
        <translation>Kommunikationsrichtlinien (G1701): kein unaufgeforderter Kundenservice wie Anleitungen, Tipps oder FAQ</translation>
    </message>
    <message>
        <source>Communication Guidelines (G1701): no proactive customer service such as manuals, tips or FAQ.</source>
        <translation>Kommunikationsrichtlinien (G1701): kein unaufgeforderter Kundenservice wie Anleitungen, Tipps oder FAQ.</translation>
    </message>
    <message>
        <source>Communication Guidelines (G1701): one neutral request per order, never in an answer.</source>
        <translation>Kommunikationsrichtlinien (G1701): eine neutrale Bitte je Bestellung, nie in einer Antwort.</translation>
    </message>
    <message>
        <source>Communication Guidelines (G1701): write in the buyer&apos;s language of preference.</source>
        <translation>Kommunikationsrichtlinien (G1701): schreiben Sie in der bevorzugten Sprache des Käufers.</translation>
    </message>
    <message>
        <source>Connect the mailbox again.</source>
        <translation>Verbinden Sie das Postfach neu.</translation>
    </message>
    <message>
        <source>Connect the mailbox that the message came to.</source>
        <translation>Verbinden Sie das Postfach, in das die Nachricht kam.</translation>
    </message>
    <message>
        <source>Contact response, last {count} days</source>
        <translation>Antworten an Käufer, letzte {count} Tage</translation>
    </message>
    <message>
        <source>Correct the address in the account&apos;s settings.</source>
        <translation>Berichtigen Sie die Adresse in den Einstellungen des Kontos.</translation>
    </message>
    <message>
        <source>Counted as Amazon counts: from the receipt of each message to the response, weekends included. What is marked as needing no response is left out; what was settled together with the older ones as well ({count} here).</source>
        <translation>Gezählt wie bei Amazon: vom Eingang jeder Nachricht bis zur Antwort, Wochenenden eingeschlossen. Was keine Antwort braucht und so markiert ist, zählt nicht; was mit den älteren zusammen erledigt wurde, auch nicht (hier {count}).</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Deciding also confirms</source>
        <translation>Entscheiden bestätigt auch</translation>
    </message>
    <message>
        <source>Deutsch</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Do not advertise a newsletter or club.</source>
        <translation>Werben Sie nicht für einen Newsletter oder Club.</translation>
    </message>
    <message>
        <source>Do not advertise other products.</source>
        <translation>Werben Sie nicht für andere Produkte.</translation>
    </message>
    <message>
        <source>Do not advertise sales.</source>
        <translation>Werben Sie nicht für Aktionen.</translation>
    </message>
    <message>
        <source>Do not advertise.</source>
        <translation>Werben Sie nicht.</translation>
    </message>
    <message>
        <source>Do not ask buyers to praise the product or the shop in public.</source>
        <translation>Bitten Sie Käufer nicht, Produkt oder Shop öffentlich zu loben.</translation>
    </message>
    <message>
        <source>Do not influence reviews: no wish for a good one, no change, nothing in return.</source>
        <translation>Beeinflussen Sie keine Bewertungen: kein Wunsch nach einer guten, keine Änderung, nichts als Gegenleistung.</translation>
    </message>
    <message>
        <source>Do not invite the buyer to e-mail; answers go through Amazon&apos;s messages.</source>
        <translation>Laden Sie den Käufer nicht zu E-Mails ein; Antworten gehen über Amazons Nachrichten.</translation>
    </message>
    <message>
        <source>Do not invite the buyer to phone or chat elsewhere; answers go through Amazon&apos;s messages.</source>
        <translation>Laden Sie den Käufer nicht ein, anderswo anzurufen oder zu chatten; Antworten gehen über Amazons Nachrichten.</translation>
    </message>
    <message>
        <source>Do not invite the buyer to phone or write elsewhere; answers go through Amazon&apos;s messages.</source>
        <translation>Laden Sie den Käufer nicht ein, anderswo anzurufen oder zu schreiben; Antworten gehen über Amazons Nachrichten.</translation>
    </message>
    <message>
        <source>Do not invite the buyer to phone; answers go through Amazon&apos;s messages.</source>
        <translation>Laden Sie den Käufer nicht ein, anzurufen; Antworten gehen über Amazons Nachrichten.</translation>
    </message>
    <message>
        <source>Do not invite the buyer to talk outside Amazon&apos;s messages.</source>
        <translation>Laden Sie den Käufer nicht ein, außerhalb von Amazons Nachrichten zu sprechen.</translation>
    </message>
    <message>
        <source>Do not move the order away from Amazon.</source>
        <translation>Führen Sie die Bestellung nicht von Amazon weg.</translation>
    </message>
    <message>
        <source>Do not point the buyer to a messenger or social network.</source>
        <translation>Verweisen Sie den Käufer nicht auf einen Messenger oder ein soziales Netzwerk.</translation>
    </message>
    <message>
        <source>Do not push the buyer to cancel, to withdraw a claim or to keep away from Amazon.</source>
        <translation>Drängen Sie den Käufer nicht, zu stornieren, einen Antrag zurückzuziehen oder Amazon fernzubleiben.</translation>
    </message>
    <message>
        <source>Do not push the buyer, and never keep one from turning to Amazon.</source>
        <translation>Drängen Sie den Käufer nicht, und halten Sie niemanden davon ab, sich an Amazon zu wenden.</translation>
    </message>
    <message>
        <source>Do not recommend other products.</source>
        <translation>Empfehlen Sie keine anderen Produkte.</translation>
    </message>
    <message>
        <source>Do not send the buyer to another shop.</source>
        <translation>Schicken Sie den Käufer nicht in einen anderen Shop.</translation>
    </message>
    <message>
        <source>Do not talk down to the buyer.</source>
        <translation>Sprechen Sie nicht von oben herab.</translation>
    </message>
    <message>
        <source>Due soon below this many hours</source>
        <translation>Bald fällig unter so vielen Stunden</translation>
    </message>
    <message>
        <source>End of day, {time}</source>
        <translation>Feierabend, {time}</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Fill in the placeholder.</source>
        <translation>Füllen Sie den Platzhalter aus.</translation>
    </message>
    <message>
        <source>Follow the system, also where it asks for high contrast, or choose.</source>
        <translation>Dem System folgen, auch wo es hohen Kontrast verlangt, oder selbst wählen.</translation>
    </message>
    <message>
        <source>For signing in to Gmail in the browser; a registration of the kind “desktop app”.</source>
        <translation>Für die Anmeldung bei Gmail im Browser; eine Registrierung der Art „Desktop-App“.</translation>
    </message>
    <message>
        <source>For signing in to Microsoft 365 in the browser; a public client whose redirect address is http://127.0.0.1.</source>
        <translation>Für die Anmeldung bei Microsoft 365 im Browser; ein öffentlicher Client mit der Umleitungsadresse http://127.0.0.1.</translation>
    </message>
    <message>
        <source>Give the backup a file&apos;s name in it.</source>
        <translation>Geben Sie der Sicherung darin einen Dateinamen.</translation>
    </message>
    <message>
        <source>Give the view a name.</source>
        <translation>Geben Sie der Ansicht einen Namen.</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Hours and days in reports follow it, as in Europe/Berlin. Empty: the system&apos;s.</source>
        <translation>Stunden und Tage in Berichten richten sich danach, etwa Europe/Berlin. Leer: die des Systems.</translation>
    </message>
    <message>
        <source>Hours between two backups</source>
        <translation>Stunden zwischen zwei Sicherungen</translation>
    </message>
    <message>
        <source>Inbox Assistant has this profile open already.</source>
        <translation>Inbox Assistant hat dieses Profil schon geöffnet.</translation>
    </message>
    <message>
        <source>It is most often your whole mail address.</source>
        <translation>Meist ist es Ihre ganze E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>It is not clear which account should answer this thread.</source>
        <translation>Es ist nicht klar, welches Konto diesen Vorgang beantworten soll.</translation>
    </message>
    <message>
        <source>It looks like &lt;name@host&gt;.</source>
        <translation>Es sieht aus wie &lt;name@host&gt;.</translation>
    </message>
    <message>
        <source>It takes {value}.</source>
        <translation>Es nimmt {value}.</translation>
    </message>
    <message>
        <source>It was left as it is: restore a backup, or open another profile.</source>
        <translation>Sie blieb, wie sie war: Stellen Sie eine Sicherung wieder her, oder öffnen Sie ein anderes Profil.</translation>
    </message>
    <message>
        <source>Keep it free of anything sexual.</source>
        <translation>Halten Sie es frei von Sexuellem.</translation>
    </message>
    <message>
        <source>Keep it free of violence.</source>
        <translation>Halten Sie es frei von Gewalt.</translation>
    </message>
    <message>
        <source>Keep one mark</source>
        <translation>Ein Zeichen behalten</translation>
    </message>
    <message>
        <source>Keep the payment and the refund on Amazon.</source>
        <translation>Zahlung und Erstattung bleiben bei Amazon.</translation>
    </message>
    <message>
        <source>Keep the sale and the money on Amazon.</source>
        <translation>Verkauf und Geld bleiben bei Amazon.</translation>
    </message>
    <message>
        <source>Keep the sale on Amazon.</source>
        <translation>Der Verkauf bleibt bei Amazon.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Late response rate</source>
        <translation>Anteil verspäteter Antworten</translation>
    </message>
    <message>
        <source>Late response rate {rate}</source>
        <translation>Anteil verspäteter Antworten: {rate}</translation>
    </message>
    <message>
        <source>Leave other products out; a reply may not advertise.</source>
        <translation>Lassen Sie andere Produkte weg; eine Antwort darf nicht werben.</translation>
    </message>
    <message>
        <source>Leave out instructions and tips</source>
        <translation>Lassen Sie Anleitungen und Tipps weg</translation>
    </message>
    <message>
        <source>Leave out stock and delay notices</source>
        <translation>Lassen Sie Mitteilungen zu Bestand und Verzögerungen weg</translation>
    </message>
    <message>
        <source>Leave out the refund notice, which Amazon sends</source>
        <translation>Lassen Sie die Mitteilung zur Erstattung weg, die Amazon schickt</translation>
    </message>
    <message>
        <source>Leave out the request for a review; an answer is not the place for it.</source>
        <translation>Lassen Sie die Bitte um eine Bewertung weg; eine Antwort ist nicht der Ort dafür.</translation>
    </message>
    <message>
        <source>Leave out the tracking number; Amazon sends it</source>
        <translation>Lassen Sie die Sendungsnummer weg; Amazon schickt sie</translation>
    </message>
    <message>
        <source>Leave out what Amazon tells the buyer anyway about order, parcel or refund</source>
        <translation>Lassen Sie weg, was Amazon dem Käufer ohnehin zu Bestellung, Paket oder Erstattung sagt</translation>
    </message>
    <message>
        <source>Leave out what Amazon tells the buyer anyway about order, shipment or refund</source>
        <translation>Lassen Sie weg, was Amazon dem Käufer ohnehin zu Bestellung, Versand oder Erstattung sagt</translation>
    </message>
    <message>
        <source>Leave out what Amazon tells the buyer anyway about refunds and payments</source>
        <translation>Lassen Sie weg, was Amazon dem Käufer ohnehin zu Erstattungen und Zahlungen sagt</translation>
    </message>
    <message>
        <source>Leave out what Amazon tells the buyer anyway about the order or parcel</source>
        <translation>Lassen Sie weg, was Amazon dem Käufer ohnehin zu Bestellung oder Paket sagt</translation>
    </message>
    <message>
        <source>Leave the shop&apos;s other offers out; a reply may not advertise.</source>
        <translation>Lassen Sie die anderen Angebote des Shops weg; eine Antwort darf nicht werben.</translation>
    </message>
    <message>
        <source>Let “sync” send them, or call them back first.</source>
        <translation>Lassen Sie sie mit „sync“ senden, oder rufen Sie sie zuerst zurück.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>List the threads with “queue” and take the name from there.</source>
        <translation>Listen Sie die Vorgänge mit „queue“ auf und nehmen Sie den Namen von dort.</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>Aussehen und Sprache</translation>
    </message>
    <message>
        <source>Look at the thread again before you answer once more.</source>
        <translation>Sehen Sie den Vorgang noch einmal an, bevor Sie nochmals antworten.</translation>
    </message>
    <message>
        <source>Look for its window, or choose another profile.</source>
        <translation>Suchen Sie das Fenster, oder wählen Sie ein anderes Profil.</translation>
    </message>
    <message>
        <source>Look whether it is among the sent mails before you send it again.</source>
        <translation>Sehen Sie nach, ob sie unter den gesendeten E-Mails ist, bevor Sie sie noch einmal senden.</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Mail to and from {host} would travel unprotected.</source>
        <translation>E-Mails von und nach {host} wären ungeschützt unterwegs.</translation>
    </message>
    <message>
        <source>Make it smaller.</source>
        <translation>Verkleinern Sie sie.</translation>
    </message>
    <message>
        <source>Mark words that no dictionary knows</source>
        <translation>Wörter markieren, die kein Wörterbuch kennt</translation>
    </message>
    <message>
        <source>Minutes between two looks into a mailbox</source>
        <translation>Minuten zwischen zwei Blicken in ein Postfach</translation>
    </message>
    <message>
        <source>Most servers use 993 to read and 465 to send.</source>
        <translation>Die meisten Server benutzen 993 zum Lesen und 465 zum Senden.</translation>
    </message>
    <message>
        <source>Name a folder with --profile, or set HOME.</source>
        <translation>Nennen Sie mit --profile einen Ordner, oder setzen Sie HOME.</translation>
    </message>
    <message>
        <source>Name no other products.</source>
        <translation>Nennen Sie keine anderen Produkte.</translation>
    </message>
    <message>
        <source>Name the carrier and the tracking number instead of the carrier&apos;s link.</source>
        <translation>Nennen Sie Paketdienst und Sendungsnummer statt des Links des Paketdienstes.</translation>
    </message>
    <message>
        <source>Neither that answer nor Amazon&apos;s copy of it has come here.</source>
        <translation>Weder diese Antwort noch Amazons Kopie davon ist hier angekommen.</translation>
    </message>
    <message>
        <source>Never ask a buyer to hold back a bad review.</source>
        <translation>Bitten Sie nie darum, eine schlechte Bewertung zurückzuhalten.</translation>
    </message>
    <message>
        <source>Never ask a buyer to withdraw a claim, return or complaint, and never threaten.</source>
        <translation>Bitten Sie nie darum, einen Antrag, eine Rückgabe oder eine Beschwerde zurückzuziehen, und drohen Sie nie.</translation>
    </message>
    <message>
        <source>Never ask a buyer to withdraw a claim, return or complaint.</source>
        <translation>Bitten Sie nie darum, einen Antrag, eine Rückgabe oder eine Beschwerde zurückzuziehen.</translation>
    </message>
    <message>
        <source>Never ask for a good review or for stars.</source>
        <translation>Bitten Sie nie um eine gute Bewertung oder um Sterne.</translation>
    </message>
    <message>
        <source>Never ask for a good review, in whatever words.</source>
        <translation>Bitten Sie nie um eine gute Bewertung, mit welchen Worten auch immer.</translation>
    </message>
    <message>
        <source>Never ask for a phone number or e-mail address.</source>
        <translation>Bitten Sie nie um eine Telefonnummer oder E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Never ask for a telephone number or an e-mail address.</source>
        <translation>Bitten Sie nie um eine Telefonnummer oder eine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Never ask for bank data, sign-in data, phone numbers or e-mail addresses.</source>
        <translation>Bitten Sie nie um Bankdaten, Anmeldedaten, Telefonnummern oder E-Mail-Adressen.</translation>
    </message>
    <message>
        <source>Never ask for card, bank, identity or sign-in data, a telephone number or an e-mail address.</source>
        <translation>Bitten Sie nie um Karten-, Bank-, Ausweis- oder Anmeldedaten, eine Telefonnummer oder eine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Never ask for card, bank, identity or sign-in data, phone numbers or e-mail addresses.</source>
        <translation>Bitten Sie nie um Karten-, Bank-, Ausweis- oder Anmeldedaten, Telefonnummern oder E-Mail-Adressen.</translation>
    </message>
    <message>
        <source>Never ask for card, bank, identity or sign-in data.</source>
        <translation>Bitten Sie nie um Karten-, Bank-, Ausweis- oder Anmeldedaten.</translation>
    </message>
    <message>
        <source>Never ask for kind words about the shop or the product.</source>
        <translation>Bitten Sie nie um freundliche Worte über Shop oder Produkt.</translation>
    </message>
    <message>
        <source>Never ask for stars, nor to change a review.</source>
        <translation>Bitten Sie nie um Sterne oder darum, eine Bewertung zu ändern.</translation>
    </message>
    <message>
        <source>Never ask for stars.</source>
        <translation>Bitten Sie nie um Sterne.</translation>
    </message>
    <message>
        <source>Never ask the buyer for a phone number or e-mail address.</source>
        <translation>Bitten Sie den Käufer nie um eine Telefonnummer oder E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Never ask the buyer for bank, card, identity or sign-in data.</source>
        <translation>Bitten Sie den Käufer nie um Bank-, Karten-, Ausweis- oder Anmeldedaten.</translation>
    </message>
    <message>
        <source>Never ask the buyer to cancel, or to withdraw a claim.</source>
        <translation>Bitten Sie den Käufer nie, zu stornieren oder einen Antrag zurückzuziehen.</translation>
    </message>
    <message>
        <source>Never ask the buyer to cancel.</source>
        <translation>Bitten Sie den Käufer nie, zu stornieren.</translation>
    </message>
    <message>
        <source>Never ask the buyer to cancel; cancel and refund yourself where you cannot deliver.</source>
        <translation>Bitten Sie den Käufer nie, zu stornieren; stornieren und erstatten Sie selbst, wo Sie nicht liefern können.</translation>
    </message>
    <message>
        <source>Never ask the buyer to cancel; cancel it yourself if you must.</source>
        <translation>Bitten Sie den Käufer nie, zu stornieren; stornieren Sie selbst, wenn es sein muss.</translation>
    </message>
    <message>
        <source>Never ask the buyer to step back from order or claim, and never threaten.</source>
        <translation>Bitten Sie den Käufer nie, von Bestellung oder Antrag zurückzutreten, und drohen Sie nie.</translation>
    </message>
    <message>
        <source>Never ask the buyer to withdraw a claim, return or complaint.</source>
        <translation>Bitten Sie den Käufer nie, einen Antrag, eine Rückgabe oder eine Beschwerde zurückzuziehen.</translation>
    </message>
    <message>
        <source>Never ask to change or remove a review.</source>
        <translation>Bitten Sie nie darum, eine Bewertung zu ändern oder zu löschen.</translation>
    </message>
    <message>
        <source>Never ask to change or remove what the buyer wrote.</source>
        <translation>Bitten Sie nie darum, zu ändern oder zu löschen, was der Käufer geschrieben hat.</translation>
    </message>
    <message>
        <source>Never influence what buyers write or how many stars they give.</source>
        <translation>Beeinflussen Sie nie, was Käufer schreiben oder wie viele Sterne sie geben.</translation>
    </message>
    <message>
        <source>Never judge people by where they come from or who they are.</source>
        <translation>Beurteilen Sie niemanden nach Herkunft oder Person.</translation>
    </message>
    <message>
        <source>Never keep a buyer from turning to Amazon.</source>
        <translation>Halten Sie nie einen Käufer davon ab, sich an Amazon zu wenden.</translation>
    </message>
    <message>
        <source>Never keep the buyer away from Amazon.</source>
        <translation>Halten Sie den Käufer nie von Amazon fern.</translation>
    </message>
    <message>
        <source>Never offer anything for a review.</source>
        <translation>Bieten Sie nie etwas für eine Bewertung.</translation>
    </message>
    <message>
        <source>Never offer anything for kind words.</source>
        <translation>Bieten Sie nie etwas für freundliche Worte.</translation>
    </message>
    <message>
        <source>Never push the buyer to drop a claim or return.</source>
        <translation>Drängen Sie den Käufer nie, einen Antrag oder eine Rückgabe fallen zu lassen.</translation>
    </message>
    <message>
        <source>Never push the buyer to withdraw a claim or to keep away from Amazon.</source>
        <translation>Drängen Sie den Käufer nie, einen Antrag zurückzuziehen oder Amazon fernzubleiben.</translation>
    </message>
    <message>
        <source>Never steer who reviews: not only the happy ones, not “us first”.</source>
        <translation>Lenken Sie nie, wer bewertet: nicht nur die Zufriedenen, nicht „erst uns“.</translation>
    </message>
    <message>
        <source>Never talk the buyer out of a claim.</source>
        <translation>Reden Sie dem Käufer nie einen Antrag aus.</translation>
    </message>
    <message>
        <source>Never threaten a buyer.</source>
        <translation>Drohen Sie nie einem Käufer.</translation>
    </message>
    <message>
        <source>Never write a bank account or identity number.</source>
        <translation>Schreiben Sie nie eine Bankverbindung oder Ausweisnummer.</translation>
    </message>
    <message>
        <source>Never write a bank account.</source>
        <translation>Schreiben Sie nie eine Bankverbindung.</translation>
    </message>
    <message>
        <source>Never write a card number.</source>
        <translation>Schreiben Sie nie eine Kartennummer.</translation>
    </message>
    <message>
        <source>Never write or ask for card, bank, identity or sign-in data, phone numbers or e-mail addresses.</source>
        <translation>Schreiben und erfragen Sie nie Karten-, Bank-, Ausweis- oder Anmeldedaten, Telefonnummern oder E-Mail-Adressen.</translation>
    </message>
    <message>
        <source>No account is set up that this thread can be answered from.</source>
        <translation>Es ist kein Konto eingerichtet, von dem aus dieser Vorgang beantwortet werden kann.</translation>
    </message>
    <message>
        <source>No folder was selected.</source>
        <translation>Es wurde kein Ordner gewählt.</translation>
    </message>
    <message>
        <source>No newsletters, clubs or loyalty offers.</source>
        <translation>Keine Newsletter, Clubs oder Treueangebote.</translation>
    </message>
    <message>
        <source>No offers for a next order.</source>
        <translation>Keine Angebote für eine nächste Bestellung.</translation>
    </message>
    <message>
        <source>No other seat has settled this thread.</source>
        <translation>Kein anderer Platz hat diesen Vorgang erledigt.</translation>
    </message>
    <message>
        <source>No response necessary</source>
        <translation>Keine Antwort nötig</translation>
    </message>
    <message>
        <source>No server is called {host}, or there is no network.</source>
        <translation>Kein Server heißt {host}, oder es gibt kein Netzwerk.</translation>
    </message>
    <message>
        <source>No template that came with the program was taken away.</source>
        <translation>Keine Vorlage, die mit dem Programm kam, wurde gelöscht.</translation>
    </message>
    <message>
        <source>Nobody in this thread can be answered.</source>
        <translation>In diesem Vorgang kann niemandem geantwortet werden.</translation>
    </message>
    <message>
        <source>Nobody signed in in the browser in time.</source>
        <translation>Niemand hat sich rechtzeitig im Browser angemeldet.</translation>
    </message>
    <message>
        <source>Not all of this file can be read, so its words are not checked.</source>
        <translation>Nicht alles in dieser Datei kann gelesen werden, darum sind ihre Worte nicht geprüft.</translation>
    </message>
    <message>
        <source>Notes are for colleagues; the buyer must never read them.</source>
        <translation>Notizen sind für Kollegen; der Käufer darf sie nie lesen.</translation>
    </message>
    <message>
        <source>Nothing in this thread waits to be confirmed.</source>
        <translation>In diesem Vorgang ist nichts zu bestätigen.</translation>
    </message>
    <message>
        <source>Nothing is promised in this thread any more.</source>
        <translation>In diesem Vorgang ist nichts mehr zugesagt.</translation>
    </message>
    <message>
        <source>Nothing of Inbox Assistant can be read out of {value}.</source>
        <translation>Aus {value} lässt sich nichts von Inbox Assistant lesen.</translation>
    </message>
    <message>
        <source>Nothing violent or sexual may be written.</source>
        <translation>Nichts Gewalttätiges oder Sexuelles darf geschrieben werden.</translation>
    </message>
    <message>
        <source>Nothing waits in this thread any more.</source>
        <translation>In diesem Vorgang wartet nichts mehr.</translation>
    </message>
    <message>
        <source>Nothing waits in this thread.</source>
        <translation>In diesem Vorgang wartet nichts.</translation>
    </message>
    <message>
        <source>Nothing was changed. Check the disk&apos;s free space, then try again.</source>
        <translation>Nichts wurde geändert. Prüfen Sie den freien Platz, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Nothing was sent, so it is safe to try again.</source>
        <translation>Es wurde nichts gesendet, ein neuer Versuch ist also sicher.</translation>
    </message>
    <message>
        <source>Of the window and its messages, with their dates and numbers.</source>
        <translation>Des Fensters und seiner Meldungen, mit ihren Daten und Zahlen.</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Büro</translation>
    </message>
    <message>
        <source>Office hours</source>
        <translation>Bürozeiten</translation>
    </message>
    <message>
        <source>One mark is enough.</source>
        <translation>Ein Zeichen genügt.</translation>
    </message>
    <message>
        <source>Only for teams that always mark the message on Amazon in the same step: Amazon&apos;s clock runs until it is marked there.</source>
        <translation>Nur für Teams, die die Nachricht immer im selben Schritt bei Amazon markieren: Amazons Uhr läuft, bis sie dort markiert ist.</translation>
    </message>
    <message>
        <source>Open it, and save it as a real .{ending} file.</source>
        <translation>Öffnen Sie sie, und speichern Sie sie als echte .{ending}-Datei.</translation>
    </message>
    <message>
        <source>Open the keyring and remove the entry “{service}” there.</source>
        <translation>Öffnen Sie den Schlüsselbund und entfernen Sie dort den Eintrag „{service}“.</translation>
    </message>
    <message>
        <source>Overrides, dismissals and decisions</source>
        <translation>Trotzdem Gesendetes, Beiseitegelegtes und Entscheidungen</translation>
    </message>
    <message>
        <source>Payments and refunds stay on Amazon.</source>
        <translation>Zahlungen und Erstattungen bleiben bei Amazon.</translation>
    </message>
    <message>
        <source>Promises due</source>
        <translation>Fällige Zusagen</translation>
    </message>
    <message>
        <source>Put it into the settings, or use an app password where the provider has them.</source>
        <translation>Tragen Sie sie in den Einstellungen ein, oder verwenden Sie ein App-Passwort, wo der Anbieter eines hat.</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Ruhezeiten</translation>
    </message>
    <message>
        <source>Read the new message, then send.</source>
        <translation>Lesen Sie die neue Nachricht, dann senden Sie.</translation>
    </message>
    <message>
        <source>Read the server&apos;s reason; sending the same again is no use.</source>
        <translation>Lesen Sie den Grund des Servers; dasselbe noch einmal zu senden hilft nicht.</translation>
    </message>
    <message>
        <source>Remind before a thread is due</source>
        <translation>Erinnern, bevor ein Vorgang fällig ist</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Erinnerungen</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the HTML or Markdown; the buyer sees it as it stands.</source>
        <translation>Entfernen Sie HTML oder Markdown; der Käufer sieht es so, wie es dasteht.</translation>
    </message>
    <message>
        <source>Remove the contact details: buyers are answered through Amazon&apos;s messages only.</source>
        <translation>Entfernen Sie die Kontaktdaten: Käufern wird nur über Amazons Nachrichten geantwortet.</translation>
    </message>
    <message>
        <source>Remove the discount code; a reply may not promote.</source>
        <translation>Entfernen Sie den Rabattcode; eine Antwort darf nicht werben.</translation>
    </message>
    <message>
        <source>Remove the discount; a reply may not promote.</source>
        <translation>Entfernen Sie den Rabatt; eine Antwort darf nicht werben.</translation>
    </message>
    <message>
        <source>Remove the e-mail address; buyers are answered through Amazon&apos;s messages only.</source>
        <translation>Entfernen Sie die E-Mail-Adresse; Käufern wird nur über Amazons Nachrichten geantwortet.</translation>
    </message>
    <message>
        <source>Remove the emoji.</source>
        <translation>Entfernen Sie das Emoji.</translation>
    </message>
    <message>
        <source>Remove the face.</source>
        <translation>Entfernen Sie das Gesicht.</translation>
    </message>
    <message>
        <source>Remove the invitation to a newsletter or club.</source>
        <translation>Entfernen Sie die Einladung zu einem Newsletter oder Club.</translation>
    </message>
    <message>
        <source>Remove the link: only Amazon&apos;s own pages may be linked.</source>
        <translation>Entfernen Sie den Link: Nur auf Amazons eigene Seiten darf verlinkt werden.</translation>
    </message>
    <message>
        <source>Remove the messenger&apos;s name; answers go through Amazon&apos;s messages.</source>
        <translation>Entfernen Sie den Namen des Messengers; Antworten gehen über Amazons Nachrichten.</translation>
    </message>
    <message>
        <source>Remove the name on a social network.</source>
        <translation>Entfernen Sie den Namen in einem sozialen Netzwerk.</translation>
    </message>
    <message>
        <source>Remove the offer for a later order.</source>
        <translation>Entfernen Sie das Angebot für eine spätere Bestellung.</translation>
    </message>
    <message>
        <source>Remove the offer; a reply may not promote.</source>
        <translation>Entfernen Sie das Angebot; eine Antwort darf nicht werben.</translation>
    </message>
    <message>
        <source>Remove the promotion: messages to buyers may not advertise.</source>
        <translation>Entfernen Sie die Werbung: Nachrichten an Käufer dürfen nicht werben.</translation>
    </message>
    <message>
        <source>Remove the promotion; a reply may not advertise.</source>
        <translation>Entfernen Sie die Werbung; eine Antwort darf nicht werben.</translation>
    </message>
    <message>
        <source>Remove the sentence</source>
        <translation>Den Satz entfernen</translation>
    </message>
    <message>
        <source>Remove the telephone number, spelled out or not; buyers are answered through Amazon&apos;s messages only.</source>
        <translation>Entfernen Sie die Telefonnummer, ausgeschrieben oder nicht; Käufern wird nur über Amazons Nachrichten geantwortet.</translation>
    </message>
    <message>
        <source>Remove the telephone number; buyers are answered through Amazon&apos;s messages only.</source>
        <translation>Entfernen Sie die Telefonnummer; Käufern wird nur über Amazons Nachrichten geantwortet.</translation>
    </message>
    <message>
        <source>Remove this part of the sentence</source>
        <translation>Diesen Teil des Satzes entfernen</translation>
    </message>
    <message>
        <source>Replies of “{name}” have not left yet.</source>
        <translation>Antworten von „{name}“ sind noch nicht gesendet.</translation>
    </message>
    <message>
        <source>Reply-To leads away from Amazon</source>
        <translation>Reply-To führt von Amazon weg</translation>
    </message>
    <message>
        <source>Save it without them, or as a PDF.</source>
        <translation>Speichern Sie sie ohne diese oder als PDF.</translation>
    </message>
    <message>
        <source>Say it calmly: this hurts or offends.</source>
        <translation>Sagen Sie es ruhig: Das verletzt oder beleidigt.</translation>
    </message>
    <message>
        <source>Say it calmly: this offends.</source>
        <translation>Sagen Sie es ruhig: Das beleidigt.</translation>
    </message>
    <message>
        <source>Say it calmly: this sounds like contempt.</source>
        <translation>Sagen Sie es ruhig: Das klingt nach Verachtung.</translation>
    </message>
    <message>
        <source>Say it calmly; this hurts or offends.</source>
        <translation>Sagen Sie es ruhig; das verletzt oder beleidigt.</translation>
    </message>
    <message>
        <source>Say it calmly; this insults the buyer.</source>
        <translation>Sagen Sie es ruhig; das beleidigt den Käufer.</translation>
    </message>
    <message>
        <source>Say it without swearing.</source>
        <translation>Sagen Sie es ohne Fluchen.</translation>
    </message>
    <message>
        <source>Say nothing against groups of people.</source>
        <translation>Sagen Sie nichts gegen Gruppen von Menschen.</translation>
    </message>
    <message>
        <source>Say why no response is necessary.</source>
        <translation>Sagen Sie, warum keine Antwort nötig ist.</translation>
    </message>
    <message>
        <source>Say why the finding does not matter here.</source>
        <translation>Sagen Sie, warum die Fundstelle hier keine Rolle spielt.</translation>
    </message>
    <message>
        <source>Say why the promise is no longer needed.</source>
        <translation>Sagen Sie, warum die Zusage hinfällig ist.</translation>
    </message>
    <message>
        <source>Seconds in which a sent reply can be called back</source>
        <translation>Sekunden, in denen eine gesendete Antwort zurückgerufen werden kann</translation>
    </message>
    <message>
        <source>Selling policies: no circumvention of the Amazon sales process; refunds go through Amazon</source>
        <translation>Verkaufsrichtlinien: keine Umgehung des Verkaufs über Amazon; Erstattungen laufen über Amazon</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Shorten the message: Amazon&apos;s message box takes 4,000 characters.</source>
        <translation>Kürzen Sie die Nachricht: Amazons Nachrichtenfeld nimmt 4.000 Zeichen.</translation>
    </message>
    <message>
        <source>Sign in again in the browser. In a company an administrator may have to allow this program first.</source>
        <translation>Melden Sie sich im Browser neu an. In einer Firma muss womöglich zuerst jemand aus der Administration dieses Programm erlauben.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>Sign in in the browser: menu Mailbox, Mailboxes, Change.</source>
        <translation>Melden Sie sich im Browser an: Menü Postfach, Postfächer, Ändern.</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Some providers want a sign-in in the browser, others an app password.</source>
        <translation>Manche Anbieter wollen eine Anmeldung im Browser, andere ein App-Passwort.</translation>
    </message>
    <message>
        <source>Somebody may have been faster; look at the thread again.</source>
        <translation>Vielleicht war jemand schneller; sehen Sie den Vorgang noch einmal an.</translation>
    </message>
    <message>
        <source>Something may be listening in. Ask whoever runs the server or the network.</source>
        <translation>Vielleicht hört etwas mit. Fragen Sie die Betreiber des Servers oder des Netzwerks.</translation>
    </message>
    <message>
        <source>Sources disagree: an older Amazon page allowed links for parcel tracking, sellers report blocked messages. Lower it to a warning in your own pack if it works for you.</source>
        <translation>Die Quellen sind uneins: Eine ältere Seite von Amazon erlaubte Links zur Sendungsverfolgung, Verkäufer berichten von blockierten Nachrichten. Setzen Sie es in Ihrem eigenen Regelpaket auf eine Warnung herab, wenn es bei Ihnen geht.</translation>
    </message>
    <message>
        <source>Start the program again.</source>
        <translation>Starten Sie das Programm neu.</translation>
    </message>
    <message>
        <source>Stay in Amazon&apos;s messages.</source>
        <translation>Bleiben Sie in Amazons Nachrichten.</translation>
    </message>
    <message>
        <source>Tell when a mailbox could not be read for this many hours</source>
        <translation>Melden, wenn ein Postfach so viele Stunden nicht gelesen werden konnte</translation>
    </message>
    <message>
        <source>The account lacks a name or an address.</source>
        <translation>Dem Konto fehlt ein Name oder eine Adresse.</translation>
    </message>
    <message>
        <source>The account&apos;s {name} is not usable.</source>
        <translation>{name} des Kontos ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>The answer would be older than the message it answers.</source>
        <translation>Die Antwort wäre älter als die Nachricht, die sie beantwortet.</translation>
    </message>
    <message>
        <source>The backup {target} is not sound: {value}.</source>
        <translation>Die Sicherung {target} ist nicht in Ordnung: {value}.</translation>
    </message>
    <message>
        <source>The buyer has written again since you opened the thread.</source>
        <translation>Der Käufer hat noch einmal geschrieben, seit Sie den Vorgang geöffnet haben.</translation>
    </message>
    <message>
        <source>The certificate of {host} has expired.</source>
        <translation>Das Zertifikat von {host} ist abgelaufen.</translation>
    </message>
    <message>
        <source>The certificate of {host} is not valid yet.</source>
        <translation>Das Zertifikat von {host} ist noch nicht gültig.</translation>
    </message>
    <message>
        <source>The change could not be stored: {error}.</source>
        <translation>Die Änderung konnte nicht gespeichert werden: {error}.</translation>
    </message>
    <message>
        <source>The command “settings list” names them all.</source>
        <translation>Der Befehl „settings list“ nennt sie alle.</translation>
    </message>
    <message>
        <source>The connection to {host} could not be made.</source>
        <translation>Die Verbindung zu {host} kam nicht zustande.</translation>
    </message>
    <message>
        <source>The connection to {host} ended before the mail was sent.</source>
        <translation>Die Verbindung zu {host} endete, bevor die E-Mail gesendet war.</translation>
    </message>
    <message>
        <source>The connection to {host} was lost.</source>
        <translation>Die Verbindung zu {host} ging verloren.</translation>
    </message>
    <message>
        <source>The damaged file is as it was.</source>
        <translation>Die beschädigte Datei ist, wie sie war.</translation>
    </message>
    <message>
        <source>The end of the pause must lie in the future.</source>
        <translation>Das Ende der Pause muss in der Zukunft liegen.</translation>
    </message>
    <message>
        <source>The file {path} cannot be read: {error}.</source>
        <translation>Die Datei {path} kann nicht gelesen werden: {error}.</translation>
    </message>
    <message>
        <source>The file {path} is none of Inbox Assistant&apos;s.</source>
        <translation>Die Datei {path} ist keine von Inbox Assistant.</translation>
    </message>
    <message>
        <source>The file {path} was written by a newer Inbox Assistant.</source>
        <translation>Die Datei {path} wurde von einem neueren Inbox Assistant geschrieben.</translation>
    </message>
    <message>
        <source>The files are larger than 10 MB together; Amazon takes no more.</source>
        <translation>Die Dateien sind zusammen größer als 10 MB; mehr nimmt Amazon nicht an.</translation>
    </message>
    <message>
        <source>The files have {value} MB together; above 6 MB some did not arrive.</source>
        <translation>Die Dateien haben zusammen {value} MB; über 6 MB kamen manche nicht an.</translation>
    </message>
    <message>
        <source>The keyring did not answer in time.</source>
        <translation>Der Schlüsselbund antwortete nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>The keyring did not keep what it was given.</source>
        <translation>Der Schlüsselbund hat nicht behalten, was er bekam.</translation>
    </message>
    <message>
        <source>The keyring did not remove the password of this account.</source>
        <translation>Der Schlüsselbund hat das Passwort dieses Kontos nicht entfernt.</translation>
    </message>
    <message>
        <source>The rules have changed on the disk and those in use can no longer be read.</source>
        <translation>Die Regeln haben sich auf dem Datenträger geändert, und die verwendeten sind nicht mehr lesbar.</translation>
    </message>
    <message>
        <source>The sample mailbox does not start with the computer.</source>
        <translation>Das Beispielpostfach startet nicht mit dem Computer.</translation>
    </message>
    <message>
        <source>The setting could not be stored: {reason}.</source>
        <translation>Die Einstellung konnte nicht gespeichert werden: {reason}.</translation>
    </message>
    <message>
        <source>This reads like a wish for a good review; look again.</source>
        <translation>Das liest sich wie der Wunsch nach einer guten Bewertung; bitte noch einmal ansehen.</translation>
    </message>
    <message>
        <source>This reads like advertising; look again.</source>
        <translation>Das liest sich wie Werbung; bitte noch einmal ansehen.</translation>
    </message>
    <message>
        <source>This reads like an invitation to write or talk elsewhere; look again.</source>
        <translation>Das liest sich wie die Einladung, woanders zu schreiben oder zu sprechen; bitte noch einmal ansehen.</translation>
    </message>
    <message>
        <source>This reads like leaving Amazon; look again.</source>
        <translation>Das liest sich wie ein Geschäft an Amazon vorbei; bitte noch einmal ansehen.</translation>
    </message>
    <message>
        <source>This reads like pressure on the buyer; look again.</source>
        <translation>Das liest sich wie Druck auf den Käufer; bitte noch einmal ansehen.</translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation>Zu bestätigen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Write “{one}”</source>
        <translation>„{one}“ schreiben</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>a tag is short and has no commas or quotes</source>
        <translation>ein Schlagwort ist kurz und enthält keine Kommas oder Anführungszeichen</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <source>breach explained</source>
        <translation>Ursache einer verpassten Frist genannt</translation>
    </message>
    <message>
        <source>finding dismissed</source>
        <translation>Fund beiseitegelegt</translation>
    </message>
    <message>
        <source>forwarded as a file; {kind_reason}</source>
        <translation>als Datei weitergeleitet; {kind_reason}</translation>
    </message>
    <message>
        <source>its language is a code such as “de”</source>
        <translation>ihre Sprache ist ein Kürzel wie „de“</translation>
    </message>
    <message>
        <source>its marketplace is a code such as “DE”, or nothing</source>
        <translation>ihr Marktplatz ist ein Kürzel wie „DE“ oder leer</translation>
    </message>
    <message>
        <source>no response necessary, marked at another seat</source>
        <translation>keine Antwort nötig, an einem anderen Platz gekennzeichnet</translation>
    </message>
    <message>
        <source>of {count} messages {late} were answered late and {none} have no response.</source>
        <translation>Von {count} Nachrichten wurden {late} verspätet beantwortet, {none} sind ohne Antwort.</translation>
    </message>
    <message>
        <source>other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>promise dropped</source>
        <translation>Zusage zurückgenommen</translation>
    </message>
    <message>
        <source>replied</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>sent although blocked</source>
        <translation>trotz Sperre gesendet</translation>
    </message>
    <message>
        <source>the buyer did not ask about delivery or stock</source>
        <translation>der Käufer hat nicht nach Lieferung oder Bestand gefragt</translation>
    </message>
    <message>
        <source>the buyer did not ask about it</source>
        <translation>der Käufer hat nicht danach gefragt</translation>
    </message>
    <message>
        <source>the buyer did not ask how to use the product</source>
        <translation>der Käufer hat nicht gefragt, wie man das Produkt benutzt</translation>
    </message>
    <message>
        <source>what stands before its first mail is no mail</source>
        <translation>was vor ihrer ersten E-Mail steht, ist keine E-Mail</translation>
    </message>
    <message>
        <source>with {agent}</source>
        <translation>bei {agent}</translation>
    </message>
    <message>
        <source>{begin} to {end}. Hours and days are those of {zone}.</source>
        <translation>{begin} bis {end}. Stunden und Tage nach der Uhr von {zone}.</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} Tage</translation>
    </message>
    <message>
        <source>{path} cannot be read.</source>
        <translation>{path} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{path} cannot be written.</source>
        <translation>{path} kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>{path} holds no template.</source>
        <translation>{path} enthält keine Vorlage.</translation>
    </message>
    <message>
        <source>{target} is a folder.</source>
        <translation>{target} ist ein Ordner.</translation>
    </message>
    <message>
        <source>{where} cannot be changed: {strerror}.</source>
        <translation>{where} kann nicht geändert werden: {strerror}.</translation>
    </message>
    <message>
        <source>“templates list” names them all.</source>
        <translation>„templates list“ nennt alle.</translation>
    </message>
    <message>
        <source>“view” lists them all.</source>
        <translation>„view“ führt alle auf.</translation>
    </message>
    <message>
        <source>“{word}” is in no dictionary of this language.</source>
        <translation>„{word}“ steht in keinem Wörterbuch dieser Sprache.</translation>
    </message>
    <message>
        <source>The lock {path} cannot be used: {error}.</source>
        <translation>Die Sperre {path} kann nicht benutzt werden: {error}.</translation>
    </message>
    <message>
        <source>Reminders wait until they are over, but for the last one before a deadline. Written like 22:00-07:00. Empty: none.</source>
        <translation>Erinnerungen warten, bis sie vorbei sind, außer der letzten vor einer Frist. Geschrieben wie 22:00-07:00. Leer: keine.</translation>
    </message>
    <message>
        <source>The backup {target} could not be written: {reason}.</source>
        <translation>Die Sicherung {target} konnte nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>The mail server has numbered the mails of {name} anew.</source>
        <translation>Der Mailserver hat die E-Mails von {name} neu nummeriert.</translation>
    </message>
    <message>
        <source>The message box in Seller Central takes 4,000 characters.</source>
        <translation>Das Nachrichtenfeld in Seller Central nimmt 4.000 Zeichen.</translation>
    </message>
    <message>
        <source>The message says nothing but thanks; do not send it.</source>
        <translation>Die Nachricht sagt nichts als Danke; senden Sie sie nicht.</translation>
    </message>
    <message>
        <source>The name of a folder is empty or has a line break in it.</source>
        <translation>Der Name eines Ordners ist leer oder enthält einen Zeilenumbruch.</translation>
    </message>
    <message>
        <source>The name of the mail server is not a server&apos;s name.</source>
        <translation>Der Name des Mailservers ist kein Name eines Servers.</translation>
    </message>
    <message>
        <source>The name to sign in with is empty or has a line break in it.</source>
        <translation>Der Anmeldename ist leer oder enthält einen Zeilenumbruch.</translation>
    </message>
    <message>
        <source>The note is empty.</source>
        <translation>Die Notiz ist leer.</translation>
    </message>
    <message>
        <source>The password is empty or has a line break in it.</source>
        <translation>Das Passwort ist leer oder enthält einen Zeilenumbruch.</translation>
    </message>
    <message>
        <source>The password of “{name}” is not known here.</source>
        <translation>Das Passwort von „{name}“ ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>The profile in {folder} could not be recovered.</source>
        <translation>Das Profil in {folder} konnte nicht wiederhergestellt werden.</translation>
    </message>
    <message>
        <source>The profile {folder} cannot be made: {strerror}.</source>
        <translation>Das Profil {folder} kann nicht angelegt werden: {strerror}.</translation>
    </message>
    <message>
        <source>The profile&apos;s file could not be read or written: {error}.</source>
        <translation>Die Datei des Profils konnte nicht gelesen oder geschrieben werden: {error}.</translation>
    </message>
    <message>
        <source>The profile&apos;s file is damaged: {value}.</source>
        <translation>Die Datei des Profils ist beschädigt: {value}.</translation>
    </message>
    <message>
        <source>The profile&apos;s file is damaged{says}.</source>
        <translation>Die Datei des Profils ist beschädigt{says}.</translation>
    </message>
    <message>
        <source>The profile&apos;s file {path} cannot be opened: {error}.</source>
        <translation>Die Datei {path} des Profils kann nicht geöffnet werden: {error}.</translation>
    </message>
    <message>
        <source>The provider answered something that is no token.</source>
        <translation>Der Anbieter antwortete etwas, das kein Token ist.</translation>
    </message>
    <message>
        <source>The provider did not let us in.</source>
        <translation>Der Anbieter hat uns nicht eingelassen.</translation>
    </message>
    <message>
        <source>The reason is written to the journal. Switch off to forbid it altogether.</source>
        <translation>Der Grund wird ins Journal geschrieben. Schalten Sie es ab, um es ganz zu verbieten.</translation>
    </message>
    <message>
        <source>The reply cannot be called back: it is on its way already.</source>
        <translation>Die Antwort kann nicht zurückgerufen werden: Sie ist schon unterwegs.</translation>
    </message>
    <message>
        <source>The reply has no valid Message-ID.</source>
        <translation>Die Antwort hat keine gültige Message-ID.</translation>
    </message>
    <message>
        <source>The reply holds what must not be sent: “{text}”{more}.</source>
        <translation>Die Antwort enthält, was nicht gesendet werden darf: „{text}“{more}.</translation>
    </message>
    <message>
        <source>The reply is empty.</source>
        <translation>Die Antwort ist leer.</translation>
    </message>
    <message>
        <source>The sample mailbox has no server.</source>
        <translation>Das Beispielpostfach hat keinen Server.</translation>
    </message>
    <message>
        <source>The server refused the password.</source>
        <translation>Der Server hat das Passwort abgelehnt.</translation>
    </message>
    <message>
        <source>The sign-in was broken off.</source>
        <translation>Die Anmeldung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The time of a forecast must lie in the future.</source>
        <translation>Die Zeit einer Vorschau muss in der Zukunft liegen.</translation>
    </message>
    <message>
        <source>The time of the answer lies in the future.</source>
        <translation>Die Zeit der Antwort liegt in der Zukunft.</translation>
    </message>
    <message>
        <source>The window has this profile open.</source>
        <translation>Das Fenster hat dieses Profil geöffnet.</translation>
    </message>
    <message>
        <source>The window is not ready for a round yet.</source>
        <translation>Das Fenster ist für einen Abruf noch nicht bereit.</translation>
    </message>
    <message>
        <source>There is no account “{name}”.</source>
        <translation>Es gibt kein Konto „{name}“.</translation>
    </message>
    <message>
        <source>There is no file {backup}.</source>
        <translation>Es gibt keine Datei {backup}.</translation>
    </message>
    <message>
        <source>There is no setting “{key}”.</source>
        <translation>Es gibt keine Einstellung „{key}“.</translation>
    </message>
    <message>
        <source>There is no such message any more.</source>
        <translation>Diese Nachricht gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>There is no template “{key}”.</source>
        <translation>Es gibt keine Vorlage „{key}“.</translation>
    </message>
    <message>
        <source>There is no thread “{thread}”.</source>
        <translation>Es gibt keinen Vorgang „{thread}“.</translation>
    </message>
    <message>
        <source>There is no view “{name}”.</source>
        <translation>Es gibt keine Ansicht „{name}“.</translation>
    </message>
    <message>
        <source>There is nothing to decide about this reply.</source>
        <translation>Zu dieser Antwort ist nichts zu entscheiden.</translation>
    </message>
    <message>
        <source>There may be too little memory; try --workers 1.</source>
        <translation>Vielleicht ist zu wenig Speicher da; versuchen Sie --workers 1.</translation>
    </message>
    <message>
        <source>These are words of an internal note.</source>
        <translation>Das sind Worte einer internen Notiz.</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Das kann nicht zurückgenommen werden.</translation>
    </message>
    <message>
        <source>This computer has no keyring that the program trusts.</source>
        <translation>Dieser Computer hat keinen Schlüsselbund, dem das Programm traut.</translation>
    </message>
    <message>
        <source>This finding is not dismissed any more.</source>
        <translation>Diese Fundstelle ist nicht mehr beiseitegelegt.</translation>
    </message>
    <message>
        <source>This is not a Message-ID.</source>
        <translation>Das ist keine Message-ID.</translation>
    </message>
    <message>
        <source>This link does not lead to Seller Central.</source>
        <translation>Dieser Link führt nicht zu Seller Central.</translation>
    </message>
    <message>
        <source>This note is not there any more.</source>
        <translation>Diese Notiz gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This picture says where it was taken; save it without that.</source>
        <translation>Dieses Bild sagt, wo es aufgenommen wurde; speichern Sie es ohne diese Angabe.</translation>
    </message>
    <message>
        <source>This thread has no buyer&apos;s address at Amazon to answer to.</source>
        <translation>Dieser Vorgang hat keine Adresse des Käufers bei Amazon, an die zu antworten wäre.</translation>
    </message>
    <message>
        <source>This was undone already.</source>
        <translation>Das wurde schon zurückgenommen.</translation>
    </message>
    <message>
        <source>Threads closer to their deadline are listed under Due soon and shown in amber.</source>
        <translation>Vorgänge, die näher an ihrer Frist sind, stehen unter „Bald fällig“ und sind bernsteinfarben.</translation>
    </message>
    <message>
        <source>Threads younger than {least_days} days are still counted.</source>
        <translation>Vorgänge, die jünger als {least_days} Tage sind, werden noch gezählt.</translation>
    </message>
    <message>
        <source>Time zone of the office</source>
        <translation>Zeitzone des Büros</translation>
    </message>
    <message>
        <source>Times before the deadline, such as 6 h, 2 h, 30 min. Empty: no reminders.</source>
        <translation>Zeiten vor der Frist, etwa 6 h, 2 h, 30 min. Leer: keine Erinnerungen.</translation>
    </message>
    <message>
        <source>Tokens are fetched over TLS alone.</source>
        <translation>Token werden nur über TLS geholt.</translation>
    </message>
    <message>
        <source>Try again when it has finished.</source>
        <translation>Versuchen Sie es noch einmal, wenn es fertig ist.</translation>
    </message>
    <message>
        <source>Try again; a new one is made then.</source>
        <translation>Versuchen Sie es erneut; dann wird eine neue aufgebaut.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, restore a backup.</source>
        <translation>Versuchen Sie es erneut; bleibt es dabei, stellen Sie eine Sicherung wieder her.</translation>
    </message>
    <message>
        <source>Try again; should it stay so, check the port and the kind of protection.</source>
        <translation>Versuchen Sie es erneut; bleibt es dabei, prüfen Sie den Port und die Art des Schutzes.</translation>
    </message>
    <message>
        <source>Try again; the folder is read from the beginning then.</source>
        <translation>Versuchen Sie es erneut; dann wird der Ordner von vorn gelesen.</translation>
    </message>
    <message>
        <source>Try an older backup.</source>
        <translation>Versuchen Sie eine ältere Sicherung.</translation>
    </message>
    <message>
        <source>Try it again.</source>
        <translation>Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation>Geben Sie es erneut ein.</translation>
    </message>
    <message>
        <source>Type it as your provider wrote it.</source>
        <translation>Geben Sie es so ein, wie Ihr Anbieter es schreibt.</translation>
    </message>
    <message>
        <source>Type it in the window, or set {password_variable} for this command.</source>
        <translation>Geben Sie es im Fenster ein, oder setzen Sie {password_variable} für diesen Befehl.</translation>
    </message>
    <message>
        <source>Type the server&apos;s name exactly as your provider wrote it.</source>
        <translation>Geben Sie den Namen des Servers genau so ein, wie Ihr Anbieter ihn schreibt.</translation>
    </message>
    <message>
        <source>Update the program, or open another profile.</source>
        <translation>Aktualisieren Sie das Programm, oder öffnen Sie ein anderes Profil.</translation>
    </message>
    <message>
        <source>Use tls or starttls.</source>
        <translation>Verwenden Sie tls oder starttls.</translation>
    </message>
    <message>
        <source>Used where the mail server does not announce new mail by itself.</source>
        <translation>Gilt, wo der Mailserver neue E-Mails nicht von selbst meldet.</translation>
    </message>
    <message>
        <source>What Amazon is known to do with files of replies.</source>
        <translation>Was Amazon bekanntermaßen mit Dateien von Antworten tut.</translation>
    </message>
    <message>
        <source>When a new one is sound, the oldest beyond this number is removed.</source>
        <translation>Wenn eine neue in Ordnung ist, wird die älteste über diese Zahl hinaus entfernt.</translation>
    </message>
    <message>
        <source>When somebody answers, as in Mon-Fri 09:00-17:00, Sat 10:00-14:00.</source>
        <translation>Wann jemand antwortet, etwa Mon-Fri 09:00-17:00, Sat 10:00-14:00.</translation>
    </message>
    <message>
        <source>Where the desktop has no tray, closing the window ends the program.</source>
        <translation>Wo der Desktop keinen Infobereich hat, beendet das Schließen des Fensters das Programm.</translation>
    </message>
    <message>
        <source>With “{name}” the files would have more than 10 MB.</source>
        <translation>Mit „{name}“ hätten die Dateien mehr als 10 MB.</translation>
    </message>
    <message>
        <source>Write in small letters</source>
        <translation>In Kleinbuchstaben schreiben</translation>
    </message>
    <message>
        <source>Write in small letters; capitals read like shouting.</source>
        <translation>Schreiben Sie in Kleinbuchstaben; Großbuchstaben lesen sich wie Geschrei.</translation>
    </message>
    <message>
        <source>Write it like Europe/Berlin.</source>
        <translation>Schreiben Sie sie wie Europe/Berlin.</translation>
    </message>
    <message>
        <source>Write it like is:overdue topic:delivery.</source>
        <translation>Schreiben Sie es wie is:overdue topic:delivery.</translation>
    </message>
    <message>
        <source>Write plain text.</source>
        <translation>Schreiben Sie einfachen Text.</translation>
    </message>
    <message>
        <source>Write the times like 6 h, 2 h, 30 min, each below 24 h.</source>
        <translation>Schreiben Sie die Zeiten wie 6 h, 2 h, 30 min, jede unter 24 h.</translation>
    </message>
    <message>
        <source>Write them like 22:00-07:00.</source>
        <translation>Schreiben Sie sie wie 22:00-07:00.</translation>
    </message>
    <message>
        <source>Write them like Mon-Fri 09:00-17:00, Sat 10:00-14:00.</source>
        <translation>Schreiben Sie sie wie Mon-Fri 09:00-17:00, Sat 10:00-14:00.</translation>
    </message>
    <message>
        <source>Written beside everything you decide, in the journal of this profile.</source>
        <translation>Steht neben allem, was Sie entscheiden, im Journal dieses Profils.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>You can close this page and go back to Inbox Assistant.</source>
        <translation>Sie können diese Seite schließen und zu Inbox Assistant zurückkehren.</translation>
    </message>
    <message>
        <source>Your home folder is not known.</source>
        <translation>Ihr persönlicher Ordner ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>a buyer&apos;s message or alias stands in its text</source>
        <translation>eine Nachricht oder ein Alias eines Käufers steht in ihrem Text</translation>
    </message>
    <message>
        <source>a mail server reports a delay or success</source>
        <translation>ein Mailserver meldet eine Verzögerung oder einen Erfolg</translation>
    </message>
    <message>
        <source>a mail server sent a mail back</source>
        <translation>ein Mailserver hat eine E-Mail zurückgeschickt</translation>
    </message>
    <message>
        <source>a mail to somebody who is no buyer came back</source>
        <translation>eine E-Mail an jemanden, der kein Käufer ist, kam zurück</translation>
    </message>
    <message>
        <source>a promise is due in 1 to 60 days</source>
        <translation>eine Zusage ist in 1 bis 60 Tagen fällig</translation>
    </message>
    <message>
        <source>answered before</source>
        <translation>schon beantwortet</translation>
    </message>
    <message>
        <source>automatic reply</source>
        <translation>automatische Antwort</translation>
    </message>
    <message>
        <source>body not read: {error}</source>
        <translation>Text nicht gelesen: {error}</translation>
    </message>
    <message>
        <source>body not read: {name}</source>
        <translation>Text nicht gelesen: {name}</translation>
    </message>
    <message>
        <source>called back</source>
        <translation>zurückgerufen</translation>
    </message>
    <message>
        <source>confirmed by Amazon</source>
        <translation>von Amazon bestätigt</translation>
    </message>
    <message>
        <source>forwarded; an answer goes to a buyer&apos;s alias</source>
        <translation>weitergeleitet; eine Antwort geht an das Alias eines Käufers</translation>
    </message>
    <message>
        <source>from Amazon&apos;s A-to-z desk</source>
        <translation>von Amazons A-bis-z-Stelle</translation>
    </message>
    <message>
        <source>from Amazon, by its subject</source>
        <translation>von Amazon, dem Betreff nach</translation>
    </message>
    <message>
        <source>from Amazon, not from a buyer</source>
        <translation>von Amazon, nicht von einem Käufer</translation>
    </message>
    <message>
        <source>from Amazon, with a buyer&apos;s reply address or signed link</source>
        <translation>von Amazon, mit Antwortadresse eines Käufers oder signiertem Link</translation>
    </message>
    <message>
        <source>from a buyer&apos;s alias</source>
        <translation>vom Alias eines Käufers</translation>
    </message>
    <message>
        <source>from a domain made to look like Amazon&apos;s</source>
        <translation>von einer Domain, die wie Amazons aussehen soll</translation>
    </message>
    <message>
        <source>from a domain that borrows Amazon&apos;s name</source>
        <translation>von einer Domain, die sich Amazons Namen leiht</translation>
    </message>
    <message>
        <source>from a relay address that nobody reads</source>
        <translation>von einer Weiterleitungsadresse, die niemand liest</translation>
    </message>
    <message>
        <source>from an address of Amazon&apos;s for notices</source>
        <translation>von einer Adresse Amazons für Mitteilungen</translation>
    </message>
    <message>
        <source>header too large</source>
        <translation>Kopfzeilen zu groß</translation>
    </message>
    <message>
        <source>is being sent</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>it cannot be read ({value})</source>
        <translation>sie kann nicht gelesen werden ({value})</translation>
    </message>
    <message>
        <source>it does not look like a mail</source>
        <translation>sie sieht nicht wie eine E-Mail aus</translation>
    </message>
    <message>
        <source>it has more than 4,000 characters</source>
        <translation>sie hat mehr als 4.000 Zeichen</translation>
    </message>
    <message>
        <source>it has no header of a mail</source>
        <translation>sie hat keine Kopfzeilen einer E-Mail</translation>
    </message>
    <message>
        <source>it has no text</source>
        <translation>sie hat keinen Text</translation>
    </message>
    <message>
        <source>it has no title</source>
        <translation>sie hat keinen Titel</translation>
    </message>
    <message>
        <source>it is Outlook&apos;s own mailbox; export it as .mbox</source>
        <translation>sie ist Outlooks eigenes Postfach; exportieren Sie es als .mbox</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>sie ist leer</translation>
    </message>
    <message>
        <source>it is in Outlook&apos;s own format; save the mail as .eml</source>
        <translation>sie ist in Outlooks eigenem Format; speichern Sie die E-Mail als .eml</translation>
    </message>
    <message>
        <source>it is larger than {value} MB</source>
        <translation>sie ist größer als {value} MB</translation>
    </message>
    <message>
        <source>it is no longer there</source>
        <translation>sie ist nicht mehr da</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>es ist keine Datei</translation>
    </message>
    <message>
        <source>it is packed; unpack it first</source>
        <translation>sie ist gepackt; entpacken Sie sie zuerst</translation>
    </message>
    <message>
        <source>its key may hold a-z, 0-9, dots and dashes</source>
        <translation>ihr Schlüssel darf a-z, 0-9, Punkte und Striche enthalten</translation>
    </message>
    <message>
        <source>its structure cannot be read ({name})</source>
        <translation>ihr Aufbau kann nicht gelesen werden ({name})</translation>
    </message>
    <message>
        <source>its title is too long</source>
        <translation>ihr Titel ist zu lang</translation>
    </message>
    <message>
        <source>leaves in a moment</source>
        <translation>geht gleich hinaus</translation>
    </message>
    <message>
        <source>looks like {kind}, but the sender&apos;s proof failed</source>
        <translation>sieht aus wie {kind}, aber der Nachweis des Absenders scheiterte</translation>
    </message>
    <message>
        <source>may have been sent: please check</source>
        <translation>vielleicht gesendet: bitte prüfen</translation>
    </message>
    <message>
        <source>names no sender</source>
        <translation>nennt keinen Absender</translation>
    </message>
    <message>
        <source>no response necessary</source>
        <translation>keine Antwort nötig</translation>
    </message>
    <message>
        <source>nothing asked</source>
        <translation>nichts gefragt</translation>
    </message>
    <message>
        <source>nothing in it points to Amazon</source>
        <translation>nichts darin deutet auf Amazon</translation>
    </message>
    <message>
        <source>parts nested too deeply</source>
        <translation>Teile zu tief verschachtelt</translation>
    </message>
    <message>
        <source>reading it is not permitted</source>
        <translation>sie zu lesen ist nicht erlaubt</translation>
    </message>
    <message>
        <source>refused by the mail server</source>
        <translation>vom Mailserver abgelehnt</translation>
    </message>
    <message>
        <source>replied elsewhere</source>
        <translation>anderswo beantwortet</translation>
    </message>
    <message>
        <source>sent back</source>
        <translation>zurückgekommen</translation>
    </message>
    <message>
        <source>sent, not confirmed yet</source>
        <translation>gesendet, noch nicht bestätigt</translation>
    </message>
    <message>
        <source>settled with the older ones</source>
        <translation>mit den älteren erledigt</translation>
    </message>
    <message>
        <source>several senders</source>
        <translation>mehrere Absender</translation>
    </message>
    <message>
        <source>solved by the buyer</source>
        <translation>vom Käufer gelöst</translation>
    </message>
    <message>
        <source>thanks only</source>
        <translation>nur Dank</translation>
    </message>
    <message>
        <source>the mail server does not hand it over; it is asked for again next time</source>
        <translation>der Mailserver gibt sie nicht heraus; beim nächsten Mal wird sie wieder verlangt</translation>
    </message>
    <message>
        <source>the parser gave up ({name})</source>
        <translation>das Lesen wurde aufgegeben ({name})</translation>
    </message>
    <message>
        <source>there is no such file or folder</source>
        <translation>eine solche Datei oder einen solchen Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>to a buyer&apos;s alias</source>
        <translation>an das Alias eines Käufers</translation>
    </message>
    <message>
        <source>to a buyer&apos;s alias, but from an unknown address</source>
        <translation>an das Alias eines Käufers, aber von unbekannter Adresse</translation>
    </message>
    <message>
        <source>to confirm on Amazon</source>
        <translation>bei Amazon zu bestätigen</translation>
    </message>
    <message>
        <source>too large: only its beginning was read</source>
        <translation>zu groß: nur der Anfang wurde gelesen</translation>
    </message>
    <message>
        <source>too many parts</source>
        <translation>zu viele Teile</translation>
    </message>
    <message>
        <source>type {buyer_type}, without a sender</source>
        <translation>Kennung {buyer_type}, ohne Absender</translation>
    </message>
    <message>
        <source>type {kind_name}</source>
        <translation>Kennung {kind_name}</translation>
    </message>
    <message>
        <source>type {notification_type}</source>
        <translation>Kennung {notification_type}</translation>
    </message>
    <message>
        <source>unknown type {value} from Amazon</source>
        <translation>unbekannte Kennung {value} von Amazon</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartend</translation>
    </message>
    <message>
        <source>waiting again: the reply was sent back</source>
        <translation>wartet wieder: Die Antwort kam zurück</translation>
    </message>
    <message>
        <source>{backup} is damaged: {value}.</source>
        <translation>{backup} ist beschädigt: {value}.</translation>
    </message>
    <message>
        <source>{ca_file} holds no certificates that can be read.</source>
        <translation>{ca_file} enthält keine lesbaren Zertifikate.</translation>
    </message>
    <message>
        <source>{held} has claimed this thread.</source>
        <translation>{held} hat diesen Vorgang übernommen.</translation>
    </message>
    <message>
        <source>{host} answered in a way that is not IMAP.</source>
        <translation>{host} antwortete auf eine Weise, die nicht IMAP ist.</translation>
    </message>
    <message>
        <source>{host} cannot check sign-ins at the moment.</source>
        <translation>{host} kann Anmeldungen zurzeit nicht prüfen.</translation>
    </message>
    <message>
        <source>{host} claims we have signed in already; we have not.</source>
        <translation>{host} behauptet, wir seien schon angemeldet; das sind wir nicht.</translation>
    </message>
    <message>
        <source>{host} does not answer on port {port}.</source>
        <translation>{host} antwortet nicht auf Port {port}.</translation>
    </message>
    <message>
        <source>{host} does not speak TLS on port {port}.</source>
        <translation>{host} spricht auf Port {port} kein TLS.</translation>
    </message>
    <message>
        <source>{host} ended the connection while it was being protected.</source>
        <translation>{host} beendete die Verbindung, während sie geschützt wurde.</translation>
    </message>
    <message>
        <source>{host} gave no answer to the sign-in.</source>
        <translation>{host} gab keine Antwort auf die Anmeldung.</translation>
    </message>
    <message>
        <source>{host} has numbered the mails of {name} anew.</source>
        <translation>{host} hat die E-Mails von {name} neu nummeriert.</translation>
    </message>
    <message>
        <source>{host} offered no protection (STARTTLS), so nothing was said to it.</source>
        <translation>{host} bot keinen Schutz (STARTTLS) an, darum wurde ihm nichts gesagt.</translation>
    </message>
    <message>
        <source>{host} refused the sign-in.</source>
        <translation>{host} hat die Anmeldung abgelehnt.</translation>
    </message>
    <message>
        <source>{host} showed a certificate of somebody this computer does not trust.</source>
        <translation>{host} zeigte ein Zertifikat von jemandem, dem dieser Computer nicht traut.</translation>
    </message>
    <message>
        <source>{host} showed a certificate that belongs to another name.</source>
        <translation>{host} zeigte ein Zertifikat, das zu einem anderen Namen gehört.</translation>
    </message>
    <message>
        <source>{host} takes no connections now, or is no IMAP server.</source>
        <translation>{host} nimmt jetzt keine Verbindungen an oder ist kein IMAP-Server.</translation>
    </message>
    <message>
        <source>{host} takes no connections on port {port}.</source>
        <translation>{host} nimmt auf Port {port} keine Verbindungen an.</translation>
    </message>
    <message>
        <source>{host} takes no sign-in of this kind.</source>
        <translation>{host} nimmt keine Anmeldung dieser Art an.</translation>
    </message>
    <message>
        <source>{host} was given the whole mail but did not say that it took it.</source>
        <translation>{host} bekam die ganze E-Mail, sagte aber nicht, dass er sie annahm.</translation>
    </message>
    <message>
        <source>{message}: {not_asked}.</source>
        <translation>{message}: {not_asked}.</translation>
    </message>
    <message>
        <source>{port} is not the number of a port.</source>
        <translation>{port} ist keine Nummer eines Ports.</translation>
    </message>
    <message>
        <source>{source} holds a value too large to be read.</source>
        <translation>{source} enthält einen Wert, der zu groß ist, um gelesen zu werden.</translation>
    </message>
    <message>
        <source>{source} is no CSV table: {error}.</source>
        <translation>{source} ist keine CSV-Tabelle: {error}.</translation>
    </message>
    <message>
        <source>{source} is no TOML file: {error}.</source>
        <translation>{source} ist keine TOML-Datei: {error}.</translation>
    </message>
    <message>
        <source>{source}, line {line_num}</source>
        <translation>{source}, Zeile {line_num}</translation>
    </message>
    <message>
        <source>{source}, template “{key}”</source>
        <translation>{source}, Vorlage „{key}“</translation>
    </message>
    <message>
        <source>{source}: two templates have the key “{double}”.</source>
        <translation>{source}: Zwei Vorlagen haben den Schlüssel „{double}“.</translation>
    </message>
    <message>
        <source>{source}: write each template below “[[template]]”.</source>
        <translation>{source}: Schreiben Sie jede Vorlage unter „[[template]]“.</translation>
    </message>
    <message>
        <source>{target} is no file.</source>
        <translation>{target} ist keine Datei.</translation>
    </message>
    <message>
        <source>{target} is the profile&apos;s own file.</source>
        <translation>{target} ist die eigene Datei des Profils.</translation>
    </message>
    <message>
        <source>{text} lies outside the calendar in UTC.</source>
        <translation>{text} liegt außerhalb des Kalenders in UTC.</translation>
    </message>
    <message>
        <source>{where}: {what}.</source>
        <translation>{where}: {what}.</translation>
    </message>
    <message>
        <source>{where}: “{value}” is no number of days.</source>
        <translation>{where}: „{value}“ ist keine Zahl von Tagen.</translation>
    </message>
    <message>
        <source>{why_not} The password is asked for at each start.</source>
        <translation>{why_not} Nach dem Passwort wird bei jedem Start gefragt.</translation>
    </message>
    <message>
        <source>“account list” shows their names.</source>
        <translation>„account list“ zeigt ihre Namen.</translation>
    </message>
    <message>
        <source>“{kept}” cannot be sent: Amazon takes no {ending}.</source>
        <translation>„{kept}“ kann nicht gesendet werden: Amazon nimmt keine {ending}.</translation>
    </message>
    <message>
        <source>“{kept}” could not be saved: {strerror}.</source>
        <translation>„{kept}“ konnte nicht gespeichert werden: {strerror}.</translation>
    </message>
    <message>
        <source>“{kept}” holds macros, which no buyer should be sent.</source>
        <translation>„{kept}“ enthält Makros, die man keinem Käufer schicken sollte.</translation>
    </message>
    <message>
        <source>“{kept}” is empty.</source>
        <translation>„{kept}“ ist leer.</translation>
    </message>
    <message>
        <source>“{kept}” is larger than 10 MB; Amazon takes no more.</source>
        <translation>„{kept}“ ist größer als 10 MB; mehr nimmt Amazon nicht an.</translation>
    </message>
    <message>
        <source>“{kept}” is not what its name says.</source>
        <translation>„{kept}“ ist nicht, was der Name sagt.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {strerror}.</source>
        <translation>„{name}“ kann nicht gelesen werden: {strerror}.</translation>
    </message>
    <message>
        <source>“{name}” is no file.</source>
        <translation>„{name}“ ist keine Datei.</translation>
    </message>
    <message>
        <source>“{name}” is no time zone.</source>
        <translation>„{name}“ ist keine Zeitzone.</translation>
    </message>
    <message>
        <source>“{name}” is no way to protect a connection.</source>
        <translation>„{name}“ ist keine Art, eine Verbindung zu schützen.</translation>
    </message>
    <message>
        <source>“{name}” is not signed in here.</source>
        <translation>„{name}“ ist hier nicht angemeldet.</translation>
    </message>
    <message>
        <source>“{query}” asks for nothing that can be looked for.</source>
        <translation>„{query}“ fragt nach nichts, wonach sich suchen ließe.</translation>
    </message>
    <message>
        <source>“{sign_in}” is no sign-in that the program knows.</source>
        <translation>„{sign_in}“ ist keine Anmeldung, die das Programm kennt.</translation>
    </message>
    <message>
        <source>“{text}” cannot be a tag.</source>
        <translation>„{text}“ kann kein Schlagwort sein.</translation>
    </message>
    <message>
        <source>“{text}” is neither “true” nor “false”.</source>
        <translation>„{text}“ ist weder „true“ noch „false“.</translation>
    </message>
    <message>
        <source>“{text}” is not a whole number.</source>
        <translation>„{text}“ ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>“{title}” holds what must not be sent: “{text}”.</source>
        <translation>„{title}“ enthält, was nicht gesendet werden darf: „{text}“.</translation>
    </message>
    <message>
        <source>“{value}” are no office hours.</source>
        <translation>„{value}“ sind keine Bürozeiten.</translation>
    </message>
    <message>
        <source>“{value}” are no quiet hours.</source>
        <translation>„{value}“ sind keine Ruhezeiten.</translation>
    </message>
    <message>
        <source>“{value}” is no time before a deadline.</source>
        <translation>„{value}“ ist keine Zeit vor einer Frist.</translation>
    </message>
    <message>
        <source>“{value}” is not a buyer&apos;s address at Amazon.</source>
        <translation>„{value}“ ist keine Adresse eines Käufers bei Amazon.</translation>
    </message>
    <message>
        <source>“{value}” is not an address mail can be sent from.</source>
        <translation>„{value}“ ist keine Adresse, von der E-Mails gesendet werden können.</translation>
    </message>
    <message>
        <source>“{value}” is not possible for “{label}”.</source>
        <translation>„{value}“ ist für „{label}“ nicht möglich.</translation>
    </message>
</context>
<context>
    <name>ServerFields</name>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>None (this computer)</source>
        <translation>Keiner (dieser Computer)</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>Kinds of protection</source>
        <translation>Arten von Schutz</translation>
    </message>
</context>
<context>
    <name>SettingField</name>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset “{setting}”</source>
        <translation>„{setting}“ zurücksetzen</translation>
    </message>
    <message>
        <source>{help} From the next start on.</source>
        <translation>{help} Ab dem nächsten Start.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>Keine Einstellung enthält diese Wörter.</translation>
    </message>
    <message>
        <source>The settings could not be written: {reason}</source>
        <translation>Die Einstellungen konnten nicht geschrieben werden: {reason}</translation>
    </message>
    <message>
        <source>The settings are in {file}.</source>
        <translation>Die Einstellungen stehen in {file}.</translation>
    </message>
    <message>
        <source>{file} could not be read.</source>
        <translation>{file} konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Export the settings</source>
        <translation>Einstellungen exportieren</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Einstellungen importieren</translation>
    </message>
    <message>
        <source>Settings (*.toml)</source>
        <translation>Einstellungen (*.toml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
</context>
<context>
    <name>Severity</name>
    <message>
        <source>Must change</source>
        <translation>Muss geändert werden</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal ansehen</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>SignInFields</name>
    <message>
        <source>Way of signing in</source>
        <translation>Art der Anmeldung</translation>
    </message>
    <message>
        <source>Ways of signing in</source>
        <translation>Arten der Anmeldung</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <source>Sign in in the browser…</source>
        <translation>Im Browser anmelden…</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Password made for this program</source>
        <translation>Passwort eigens für dieses Programm</translation>
    </message>
    <message>
        <source>In the browser, with Google</source>
        <translation>Im Browser, bei Google</translation>
    </message>
    <message>
        <source>In the browser, with Microsoft</source>
        <translation>Im Browser, bei Microsoft</translation>
    </message>
    <message>
        <source>This provider takes a password that it makes for one program, not the one of your account.</source>
        <translation>Dieser Anbieter nimmt ein Passwort, das er für ein einzelnes Programm macht, nicht das Ihres Kontos.</translation>
    </message>
    <message>
        <source>The client id is the one of your own registration with the provider; an administrator of your company can make it.</source>
        <translation>Die Client-ID ist die Ihrer eigenen Registrierung beim Anbieter; eine Administratorin oder ein Administrator Ihrer Firma kann sie anlegen.</translation>
    </message>
    <message>
        <source>Reading by IMAP has to be switched on there first.</source>
        <translation>Das Lesen über IMAP muss dort zuerst eingeschaltet werden.</translation>
    </message>
</context>
<context>
    <name>SpokenUnits</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>next due in {time}</source>
        <translation>nächste fällig in {time}</translation>
    </message>
    <message>
        <source>most urgent overdue by {time}</source>
        <translation>dringendste überfällig seit {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) overdue</source>
        <translation>
            <numerusform>%n Zusage überfällig</numerusform>
            <numerusform>%n Zusagen überfällig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s) and cancellation(s)</source>
        <translation>
            <numerusform>%n Antrag oder Stornierung</numerusform>
            <numerusform>%n Anträge und Stornierungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsorted</source>
        <translation>
            <numerusform>%n nicht zugeordnet</numerusform>
            <numerusform>%n nicht zugeordnet</numerusform>
        </translation>
    </message>
    <message>
        <source>no intake yet</source>
        <translation>noch kein Eingang</translation>
    </message>
    <message>
        <source>last intake just now</source>
        <translation>letzter Eingang gerade eben</translation>
    </message>
    <message>
        <source>last intake {count} min ago</source>
        <translation>letzter Eingang vor {count} Min</translation>
    </message>
    <message>
        <source>last intake {count} h ago</source>
        <translation>letzter Eingang vor {count} Std</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartend</numerusform>
            <numerusform>%n wartend</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>When the reply is sent</source>
        <translation>Wenn die Antwort gesendet wird</translation>
    </message>
    <message>
        <source>When sent: tag “{tag}”</source>
        <translation>Beim Senden: Schlagwort „{tag}“</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Send the reply without this</source>
        <translation>Die Antwort ohne dies senden</translation>
    </message>
    <message>
        <source>When sent: the buyer is promised to hear by {time}.</source>
        <translation>Mit dem Senden wird dem Käufer zugesagt, bis {time} zu hören.</translation>
    </message>
</context>
<context>
    <name>TemplateChoice</name>
    <message>
        <source>Find a saved reply</source>
        <translation>Vorlage suchen</translation>
    </message>
    <message>
        <source>Title, words, language…</source>
        <translation>Titel, Worte, Sprache…</translation>
    </message>
    <message>
        <source>Which saved replies are listed</source>
        <translation>Welche Vorlagen aufgeführt werden</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Anzusehen</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>nicht gespeichert</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Saved replies</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Genutzt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
</context>
<context>
    <name>TemplateEditor</name>
    <message>
        <source>Words of the saved reply</source>
        <translation>Worte der Vorlage</translation>
    </message>
    <message>
        <source>Write what is to be sent again and again…</source>
        <translation>Schreiben Sie, was immer wieder gesendet wird…</translation>
    </message>
</context>
<context>
    <name>TemplatePicker</name>
    <message>
        <source>Insert a saved reply</source>
        <translation>Vorlage einfügen</translation>
    </message>
    <message>
        <source>Find a saved reply</source>
        <translation>Vorlage suchen</translation>
    </message>
    <message>
        <source>Type a few letters of it…</source>
        <translation>Tippen Sie ein paar Buchstaben daraus…</translation>
    </message>
    <message>
        <source>Saved replies</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Words of the saved reply</source>
        <translation>Worte der Vorlage</translation>
    </message>
    <message>
        <source>All saved replies…</source>
        <translation>Alle Vorlagen…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Enter once more inserts it all the same.</source>
        <translation>Noch einmal Enter fügt sie trotzdem ein.</translation>
    </message>
    <message>
        <source>used {count}</source>
        <translation>{count}-mal benutzt</translation>
    </message>
    <message>
        <source>By the rules in force its words would be held back.</source>
        <translation>Nach den geltenden Regeln würden ihre Worte zurückgehalten.</translation>
    </message>
    <message>
        <source>Nothing was asked here: unasked, it would be held back.</source>
        <translation>Hier wurde nichts gefragt: Unaufgefordert würde sie zurückgehalten.</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>not checked yet</source>
        <translation>noch nicht geprüft</translation>
    </message>
    <message>
        <source>would be held back</source>
        <translation>würde zurückgehalten</translation>
    </message>
    <message>
        <source>only as an answer</source>
        <translation>nur als Antwort</translation>
    </message>
    <message>
        <source>to look at</source>
        <translation>anzusehen</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>einwandfrei</translation>
    </message>
    <message>
        <source>Buyer&apos;s first name</source>
        <translation>Vorname des Käufers</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>Bestellnummer</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Promised day</source>
        <translation>Zugesagter Tag</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
</context>
<context>
    <name>TemplatesDesk</name>
    <message>
        <source>Taken back.</source>
        <translation>Zurückgenommen.</translation>
    </message>
    <message>
        <source>“{title}” is saved.</source>
        <translation>„{title}“ ist gespeichert.</translation>
    </message>
    <message>
        <source>“{title}” is deleted.</source>
        <translation>„{title}“ ist gelöscht.</translation>
    </message>
    <message>
        <source>They are back.</source>
        <translation>Sie sind wieder da.</translation>
    </message>
    <message>
        <source>Import saved replies</source>
        <translation>Vorlagen importieren</translation>
    </message>
    <message>
        <source>Saved replies (*.toml *.csv)</source>
        <translation>Vorlagen (*.toml *.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n saved reply(s) taken.</source>
        <translation>
            <numerusform>%n Vorlage übernommen.</numerusform>
            <numerusform>%n Vorlagen übernommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export saved replies</source>
        <translation>Vorlagen exportieren</translation>
    </message>
    <message>
        <source>TOML file (*.toml)</source>
        <translation>TOML-Datei (*.toml)</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV-Tabelle (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n saved reply(s) written.</source>
        <translation>
            <numerusform>%n Vorlage geschrieben.</numerusform>
            <numerusform>%n Vorlagen geschrieben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TemplatesPage</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>{title} (copy)</source>
        <translation>{title} (Kopie)</translation>
    </message>
    <message>
        <source>Give it a title first.</source>
        <translation>Geben Sie ihr zuerst einen Titel.</translation>
    </message>
    <message>
        <source>“{tag}” cannot be a tag: it is too long or has quotes.</source>
        <translation>„{tag}“ kann kein Schlagwort sein: Es ist zu lang oder enthält Anführungszeichen.</translation>
    </message>
    <message>
        <source>Change what is flagged first: it would be held back.</source>
        <translation>Ändern Sie zuerst, was markiert ist: So würde sie zurückgehalten.</translation>
    </message>
    <message>
        <source>List and saved reply</source>
        <translation>Liste und Vorlage</translation>
    </message>
    <message>
        <source>Check and keep it (Ctrl+S)</source>
        <translation>Prüfen und speichern (Strg+S)</translation>
    </message>
    <message>
        <source>Begin with a copy (Ctrl+D)</source>
        <translation>Mit einer Kopie beginnen (Strg+D)</translation>
    </message>
</context>
<context>
    <name>ThreadHeader</name>
    <message>
        <source>Open on Amazon</source>
        <translation>Bei Amazon öffnen</translation>
    </message>
    <message>
        <source>Open the case and copy the order number (B)</source>
        <translation>Vorgang öffnen und die Bestellnummer kopieren (B)</translation>
    </message>
    <message>
        <source>Unknown buyer</source>
        <translation>Unbekannter Käufer</translation>
    </message>
    <message>
        <source>order {number}</source>
        <translation>Bestellung {number}</translation>
    </message>
    <message>
        <source>ASIN {number}</source>
        <translation>ASIN {number}</translation>
    </message>
</context>
<context>
    <name>ThreadView</name>
    <message numerus="yes">
        <source>Show %n earlier message(s)</source>
        <translation>
            <numerusform>%n frühere Nachricht zeigen</numerusform>
            <numerusform>%n frühere Nachrichten zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Messages of the thread</source>
        <translation>Nachrichten des Vorgangs</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>Breaching soon</source>
        <translation>Frist läuft bald ab</translation>
    </message>
    <message>
        <source>Still in time if answered now</source>
        <translation>Noch in der Frist, wenn jetzt geantwortet wird</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Late beats no response</source>
        <translation>Spät ist besser als gar nicht</translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation>Zu bestätigen</translation>
    </message>
    <message>
        <source>Amazon&apos;s clock runs until it is marked there</source>
        <translation>Amazons Uhr läuft, bis es dort markiert ist</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>Zurückgekommen</translation>
    </message>
    <message>
        <source>The buyer has not read the reply</source>
        <translation>Der Käufer hat die Antwort nicht gelesen</translation>
    </message>
    <message>
        <source>Promises due</source>
        <translation>Fällige Zusagen</translation>
    </message>
    <message>
        <source>Notices and unsorted</source>
        <translation>Mitteilungen und nicht Zugeordnetes</translation>
    </message>
    <message>
        <source>Claims, and mails that nobody could sort</source>
        <translation>Anträge und E-Mails, die niemand zuordnen konnte</translation>
    </message>
    <message>
        <source>Everything that waits</source>
        <translation>Alles, was wartet</translation>
    </message>
    <message>
        <source>The most urgent first</source>
        <translation>Das Dringendste zuerst</translation>
    </message>
    <message>
        <source>{count} overdue</source>
        <translation>{count} überfällig</translation>
    </message>
    <message>
        <source>Buyers were told by when they hear again</source>
        <translation>Käufern wurde gesagt, bis wann sie wieder hören</translation>
    </message>
    <message>
        <source>Within a day; {count} more later</source>
        <translation>Innerhalb eines Tages; {count} weitere später</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Nobody is waiting.</source>
        <translation>Niemand wartet.</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} wartend</translation>
    </message>
    <message>
        <source>{words}; the most urgent: {left}</source>
        <translation>{words}; am dringendsten: {left}</translation>
    </message>
    <message>
        <source>A digit begins there; when a list is done, this page comes back. W opens it at any time.</source>
        <translation>Eine Ziffer beginnt dort; ist eine Liste erledigt, kommt diese Seite wieder. W öffnet sie jederzeit.</translation>
    </message>
    <message>
        <source>Today&apos;s work</source>
        <translation>Arbeit von heute</translation>
    </message>
    <message>
        <source>To the queue (Esc)</source>
        <translation>Zur Warteschlange (Esc)</translation>
    </message>
</context>
<context>
    <name>Topic</name>
    <message>
        <source>Product question</source>
        <translation>Produktfrage</translation>
    </message>
    <message>
        <source>Customization</source>
        <translation>Personalisierung</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Lieferung</translation>
    </message>
    <message>
        <source>Shipping problem</source>
        <translation>Versandproblem</translation>
    </message>
    <message>
        <source>Product problem</source>
        <translation>Produktproblem</translation>
    </message>
    <message>
        <source>Return or refund</source>
        <translation>Rückgabe oder Erstattung</translation>
    </message>
    <message>
        <source>Order change</source>
        <translation>Änderung der Bestellung</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Thanks</source>
        <translation>Dank</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open the window</source>
        <translation>Fenster öffnen</translation>
    </message>
</context>
<context>
    <name>Trial</name>
    <message>
        <source>The server answers</source>
        <translation>Der Server antwortet</translation>
    </message>
    <message>
        <source>The connection is protected</source>
        <translation>Die Verbindung ist geschützt</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>The folder</source>
        <translation>Der Ordner</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>nicht versucht</translation>
    </message>
    <message>
        <source>works</source>
        <translation>funktioniert</translation>
    </message>
</context>
<context>
    <name>TrialView</name>
    <message>
        <source>Everything works.</source>
        <translation>Alles funktioniert.</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo (Z)</source>
        <translation>Zurücknehmen (Z)</translation>
    </message>
    <message>
        <source>{words} It leaves in {seconds} s.</source>
        <translation>{words} Sie geht in {seconds} s hinaus.</translation>
    </message>
</context>
<context>
    <name>UnsureBar</name>
    <message>
        <source>Show the thread</source>
        <translation>Vorgang zeigen</translation>
    </message>
    <message>
        <source>Yes, it was sent</source>
        <translation>Ja, sie wurde gesendet</translation>
    </message>
    <message>
        <source>No, back to the composer</source>
        <translation>Nein, zurück zum Schreiben</translation>
    </message>
    <message>
        <source>The connection broke while a reply was being sent. Was it sent? Look into the Sent folder or Seller Central.</source>
        <translation>Die Verbindung brach ab, während eine Antwort gesendet wurde. Wurde sie gesendet? Sehen Sie im Ordner „Gesendet“ oder in Seller Central nach.</translation>
    </message>
    <message>
        <source>({count} more)</source>
        <translation>({count} weitere)</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>Bald fällig</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation>Zu bestätigen</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>Zurückgekommen</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Älter</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>Zusagen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>ViewsPanel</name>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>{count} overdue</source>
        <translation>{count} überfällig</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Every buyer answered within 24 hours</source>
        <translation>Jedem Käufer innerhalb von 24 Stunden antworten</translation>
    </message>
    <message>
        <source>Amazon expects an answer to every buyer message within 24 hours, on weekends and holidays too. A message that needs none still counts until it is marked so in Seller Central. Inbox Assistant shows what waits, most urgent first, and holds back what Amazon forbids.</source>
        <translation>Amazon erwartet auf jede Käufernachricht innerhalb von 24 Stunden eine Antwort, auch am Wochenende und an Feiertagen. Eine Nachricht, die keine braucht, zählt trotzdem, bis sie in Seller Central so markiert ist. Inbox Assistant zeigt, was wartet, das Dringendste zuerst, und hält zurück, was Amazon verbietet.</translation>
    </message>
    <message>
        <source>&amp;Connect a mailbox…</source>
        <translation>Postfach &amp;verbinden…</translation>
    </message>
    <message>
        <source>Open a &amp;folder of mails…</source>
        <translation>&amp;Ordner mit E-Mails öffnen…</translation>
    </message>
    <message>
        <source>Look at the &amp;sample mailbox</source>
        <translation>&amp;Beispielpostfach ansehen</translation>
    </message>
    <message>
        <source>Mails can also be dropped here: .eml, .mbox and folders of them.</source>
        <translation>E-Mails lassen sich auch hierher ziehen: .eml, .mbox und Ordner damit.</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Insert a placeholder</source>
        <translation>Platzhalter einfügen</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Asked for each time…</source>
        <translation>Jedes Mal zu erfragen…</translation>
    </message>
    <message>
        <source>As an answer</source>
        <translation>Als Antwort</translation>
    </message>
    <message>
        <source>Unasked</source>
        <translation>Ungefragt</translation>
    </message>
    <message>
        <source>As it would be sent</source>
        <translation>Wie sie gesendet würde</translation>
    </message>
    <message>
        <source>Filled from the thread (Ctrl+Space)</source>
        <translation>Wird aus dem Vorgang gefüllt (Strg+Leertaste)</translation>
    </message>
    <message>
        <source>Words or preview</source>
        <translation>Worte oder Vorschau</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Worte</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Findings as an answer, or unasked</source>
        <translation>Fundstellen als Antwort oder ungefragt</translation>
    </message>
    <message>
        <source>Words and findings</source>
        <translation>Worte und Fundstellen</translation>
    </message>
</context>
<context>
    <name>Workplace</name>
    <message>
        <source>{account}: {done} of {total} mails</source>
        <translation>{account}: {done} von {total} E-Mails</translation>
    </message>
    <message>
        <source>Looking for new mails…</source>
        <translation>Neue E-Mails werden gesucht…</translation>
    </message>
    <message>
        <source>No mailbox is connected yet: connect one first.</source>
        <translation>Noch ist kein Postfach verbunden: Verbinden Sie zuerst eines.</translation>
    </message>
</context>
</TS>
