; The installer for Windows, made with Inno Setup 6 from what freeze.py has frozen:
;
;   python packaging\frozen\freeze.py
;   iscc /DVersion=0.1.0 packaging\windows\inbox-assistant.iss
;
; For one user, without the rights of an administrator: an agent at a company's desk
; often has none.
#ifndef Version
  #error Give the version: iscc /DVersion=0.1.0 inbox-assistant.iss
#endif

[Setup]
AppId={{7B0F6E52-6C3B-4E0B-9C1E-51D0B1B0A7D4}
AppName=Inbox Assistant
AppVersion={#Version}
AppVerName=Inbox Assistant {#Version}
AppPublisher=The Inbox Assistant authors
DefaultDirName={autopf}\Inbox Assistant
DefaultGroupName=Inbox Assistant
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\build\icons\inbox-assistant.ico
UninstallDisplayIcon={app}\inbox-assistant-window.exe
OutputDir=..\..\dist
OutputBaseFilename=inbox-assistant-{#Version}-setup
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
CloseApplications=yes
RestartApplications=no

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"

[CustomMessages]
en.StartWithWindows=Start when I sign in, so that no message waits unseen
de.StartWithWindows=Beim Anmelden starten, damit keine Nachricht ungesehen wartet

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked
Name: "startup"; Description: "{cm:StartWithWindows}"; Flags: unchecked

[InstallDelete]
; What an older version had and this one has not must not be loaded by mistake.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\dist\inbox-assistant\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\Inbox Assistant"; Filename: "{app}\inbox-assistant-window.exe"
Name: "{group}\Sample mailbox"; Filename: "{app}\inbox-assistant-window.exe"; Parameters: "demo"
Name: "{autodesktop}\Inbox Assistant"; Filename: "{app}\inbox-assistant-window.exe"; Tasks: desktopicon
Name: "{userstartup}\Inbox Assistant"; Filename: "{app}\inbox-assistant-window.exe"; Tasks: startup

[Run]
Filename: "{app}\inbox-assistant-window.exe"; Description: "{cm:LaunchProgram,Inbox Assistant}"; Flags: nowait postinstall skipifsilent
; The profile, with everything that was received and written, is not removed with the
; program: it belongs to the person.
