; The installer for Windows: for one person, so that no administrator is needed.
#ifndef Version
  #error "resources/packaging/build.py gives Version, Folder and Icon"
#endif

[Setup]
; This stays the same in all versions: it is how a newer one knows the older.
AppId={{7C6B2E0B-6D7A-4E0C-9B5F-0A3E9F6D51C4}
AppName=Olark Inbox
AppVersion={#Version}
AppPublisher=The makers of Olark Inbox
DefaultDirName={autopf}\Olark Inbox
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
SetupIconFile={#Icon}
UninstallDisplayIcon={app}\olark-inbox-window.exe
UninstallDisplayName=Olark Inbox
CloseApplications=yes
RestartApplications=no

[Tasks]
Name: desktopicon; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"

[InstallDelete]
; What an older version had and this one has not would be loaded by mistake.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Folder}\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
Name: "{autoprograms}\Olark Inbox"; Filename: "{app}\olark-inbox-window.exe"
Name: "{autodesktop}\Olark Inbox"; Filename: "{app}\olark-inbox-window.exe"; Tasks: desktopicon

[Registry]
; What the owner chose in the settings goes with the program; his conversations stay.
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueName: "olark-inbox"; ValueType: none; Flags: dontcreatekey uninsdeletevalue

[Run]
Filename: "{app}\olark-inbox-window.exe"; Description: "{cm:LaunchProgram,Olark Inbox}"; Flags: nowait postinstall skipifsilent
