<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en_GB">
<context>
    <name>About</name>
    <message>
        <source>About Olark Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For whoever helps you: versions, this system, how receiving stands, and how much there is. No word of a customer, no name, no address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If something is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Olark Inbox is under the MIT licence. These are the licences of what it is built from, in the words of their makers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {0}, MIT licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With thanks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You answer in Olark. This window keeps your chats and finds them. It is not made by Olark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your conversations are kept in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} and others, each under its own licence.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Address</name>
    <message>
        <source>Make a new address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new address?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret in your address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever knows your address can deliver to it. If others came to know it, make a new one and paste it in Olark. The former one works until you say that Olark has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You will have to paste the new one in Olark.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlertLines</name>
    <message numerus="yes">
        <source>Every %Ln min until seen</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Hide names and words in alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words you choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words you choose, in what visitors write:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quote, refund</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlertWords</name>
    <message numerus="yes">
        <source>%Ln arrivals could not be read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chats started</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chats with your words</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln low ratings</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new chats</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln offline messages</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln reminders</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unanswered chats</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 arrival could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 chat started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 chat with your words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 low rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 new chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 offline message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 reminder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 unanswered chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A chat has started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts are paused until {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also a reminder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And new words:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrivals that cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat with {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chats cannot be stored or read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chats that begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept as sent: see What arrived from Olark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meanwhile: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chats can reach you again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chats can&apos;t reach you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody answered {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reachable, and reachable again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline message from {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Olark Inbox to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Olark Inbox to see if any is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Olark Inbox to see them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet hours until {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet: this computer is set to not disturb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rated {1} of 5 by {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings of 1 or 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminder: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words arrive when it ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trouble with the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unanswered chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words you choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is in the chat. The words arrive when it ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{2}”, written by {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remind me on a day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupPage</name>
    <message>
        <source>A second place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the file is saved this computer receives nothing more, until you say otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another disk, a stick or a shared folder: there a copy of each backup survives this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where to save it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations and your marks become those of that time. What arrived since stays, and a backup of today is made first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is here now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to {0}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last backup {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last copy there: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to another computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to another computer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup was made yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No second place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One is made each day; the last seven are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receive on this computer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save one file here, carry it over, and bring it in there. It holds every conversation and your address: keep it to yourself. This computer then stops receiving.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. Bring it in on the other computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversations and the address of the other computer come here. Let it not receive any more: two computers cannot share one address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before a new version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before going back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you asked for it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>{0}: {1} of 5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Below</name>
    <message>
        <source>A PDF is nothing to read in a terminal. Choose a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An archive holds everything, so nothing of it can be hidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program keeps the data file locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another start of the program is still at work on the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Olark Inbox already receives for this data folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port {0} is used by another program on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port {0} may only be used by the computer&apos;s administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiving did not stop here. Quit the other Olark Inbox and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiving failed and is started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address could not be saved: the data folder cannot be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive ends too early, after line {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive ends too early: it was not copied whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive is damaged in line {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive is damaged: lines are missing before {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup could not be written: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup was made, but it is damaged; it does not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy in the second place is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data file cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data file cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data file is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data file may not be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data folder cannot be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data folder {0} cannot be used: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data folder {0} cannot be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data folder {0} is not a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Make room, or choose another disk; this file was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk refused: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk reports an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was not finished: what writes it ended before its time. Try again; the report in Help › About says more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “{0}” is not there any more. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “{0}” may not be written to. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name “{0}” does not work here. Choose a shorter or plainer one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program is ending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second place for backups cannot be written to: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second place for backups is not there now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings could not be read; the usual ones are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings could not be saved; they hold until the program ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings file was broken. It is kept as {0}, and your address is a new one: paste it in Olark again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings file was broken. It is kept as {0}; your address is still the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text of this conversation is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a tag “{0}” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no conversation with the id {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to read yet: the chosen chats have only begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to save: no conversation was chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This archive was written by a newer version of Olark Inbox. Install that version or a newer one; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This backup is damaged, or of a newer version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This data was written by a newer version of Olark Inbox. Install that version or a newer one; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is no archive of Olark Inbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This inbox has moved to another computer. It receives the chats now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too much is waiting to be stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Olark sent is not kept any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot be read: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” could not be saved: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” does not say what to search for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is a folder. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is no file. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not a file for moving Olark Inbox, or it is damaged. Choose the file that the other computer saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is open in another program. Close it there and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is there already. Choose another name, or add --replace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is there already. Choose another name, or replace it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” was written by a newer version of Olark Inbox. Install that version here first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Blank</name>
    <message>
        <source>A chat has begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one from the list to read it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No conversation open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No transcript arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Olark sends the words when the chat ends. They show up here by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Olark sent this conversation without any lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This chat began {0}. Olark has not sent its words: perhaps it is still open there, or “Send all transcripts automatically” is not ticked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is talking with a visitor</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Address copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing received yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test from Olark received {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Bubbles</name>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Bulk</name>
    <message numerus="yes">
        <source>%Ln conversations selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them have an e-mail address.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 of them has an e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>After {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tags: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Chats that end while it is not running are only kept by Olark: it tries again a few times, then not any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep receiving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep receiving?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Olark Inbox can stay beside the clock and go on receiving.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit and stop receiving?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop shows no icons beside the clock, so closing only makes the window small: Olark Inbox stays in the bar of programs and goes on receiving.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can change this in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationView</name>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Copies</name>
    <message>
        <source>A copy of what is new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last copy {0}: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last looked {0}: nothing new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No copy was made yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No folder chosen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table for Excel (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Deliveries</name>
    <message numerus="yes">
        <source>%Ln not from Olark, not kept</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Allow this sender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It came from {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It had a comma too many and was read without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has arrived yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the beginning is shown. Save as file has it all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Read again, %Ln conversations changed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Read again, 1 conversation changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again, nothing changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What arrived from Olark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (sample)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Copied: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EarlierLine</name>
    <message>
        <source>Without words</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Empty</name>
    <message>
        <source>No chats yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No conversation has {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They show up here by themselves when Olark sends them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%Ln chats that only began are left out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chats that only began have no words yet.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln columns</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversations</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows are past them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln texts longer than a table cell may be are cut; an archive has all of it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 chat that only began has no words yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 chat that only began is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row is past them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 text longer than a table cell may be is cut; an archive has all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file for each conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>About %Ln minutes left.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %Ln seconds left.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>About 1 minute left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {0} shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Almost done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive to keep or to move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As last time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue in background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every message, with times, names and the visitor card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Excel and LibreOffice show the first %Ln rows of a table.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>For sorting and counting single messages (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide phone and e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide technical details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep these choices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept choices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loses nothing, and can be brought back into an inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, e-mail, phone, tags, rating and the whole text (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what you choose here is saved. Nothing is removed from the inbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF to read, print or send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick dates to save it in parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples left out: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save {0} as {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the file when it is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. No half file is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table for Excel, one line per conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table for Excel, one line per message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits until the file before is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can keep working, this window may be closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is there already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportNames</name>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Named like “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press what the name is made of; type anything in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write your own…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Fact</name>
    <message>
        <source>Click copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in these words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} in this chat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Address for Olark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For trying out on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get an address Olark can reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guide me step by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its last part is shown here when receiving works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a public address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None while nothing can be received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Olark sends your chats over the internet, so it needs a public address that leads to this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Olark then sends every finished chat and every offline message to this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Olark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Olark&apos;s Webhooks page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Settings › Integrations › Webhooks in Olark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste it in Olark: Settings › Integrations › Webhooks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the address there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste this address in Olark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Save, then Send test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send all transcripts automatically, Send offline messages, Send all events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show me a sample chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guide makes one. A free ngrok account is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The public address, followed by /{0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The samples could not be sent: nothing is listening here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page says when the test has come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick all three boxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick all three boxes, press Save, then Send test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You answer in Olark. This window keeps your chats and finds them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Follow</name>
    <message numerus="yes">
        <source>%Ln conversations erased</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 conversation erased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups of the program still hold it, the last one until {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase {0}, with all words and notes? This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files you saved yourself stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminder on {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag deleted: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag “{0}” taken off: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tagged “{0}”: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reminder is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second place for backups is not there now; backups in it stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tag has another colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tag has another name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FollowMenus</name>
    <message>
        <source>Amber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reminder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Violet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FollowOpen</name>
    <message>
        <source>They are one person now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are two persons again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GapCard</name>
    <message numerus="yes">
        <source>%Ln times not listening</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>I have looked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not listening {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Olark&apos;s transcripts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open my e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste what was missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Olark sent then may be missing here. Look in Olark under Transcripts, and in your mail for “wrote you a note”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live with {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New visitor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No contact details yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unanswered</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>With {0}, %Ln lines</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>With {0}, 1 line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>All pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help for Olark Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No page has all of these words. Try fewer or other ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpButton</name>
    <message>
        <source>Help about this</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Archives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back an archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brought back {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in this archive is here already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No new conversation, but more of what is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. What was brought back stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is here already stays as it is. Nothing is brought back twice.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InMenu</name>
    <message>
        <source>Add to the start menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in the start menu now, and starts with this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no longer in the start menu, nor started by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the start menu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Back, clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into the words of a conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off at first: letters typed over the list then go to the search, and a name can never star or close a chat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select one more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single letters work too</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinkBar</name>
    <message>
        <source>Leave it closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link leads to {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListColumn</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>By name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest waiting first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest rating first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>more than %Ln found</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>searching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} found in {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} unread</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Mail</name>
    <message>
        <source>Copies the address, a subject and the words quoted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens Gmail in the browser with the words quoted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens Outlook in the browser with the words quoted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens your mail program with the words quoted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our chat of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our chat:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You wrote:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your message of {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All conversations of this person as one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bigger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back an archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address for Olark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help for Olark Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste what was missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause alerts for 1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause alerts until tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit and stop receiving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply by e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as table (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the same way again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the whole list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up the connection to Olark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the last alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visitor card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What arrived from Olark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewPill</name>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new above, show</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Newer</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for newer versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked {0}: {1} is the newest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newer versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No address is known, so nothing is looked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not looked yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing could be read there. It is tried again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is looked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Olark Inbox {0} is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once a day one small file is read from this address. Nothing about you or this computer is sent along, and nothing is installed by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a safe address. Copy the whole of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What has changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where they are announced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have {0}. Nothing changes by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have {0}. Your data stays; a backup of it is made before it is changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteBar</name>
    <message>
        <source>A note only you see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reminder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminder on {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You wanted to be reminded: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%Ln samples are shown</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 sample is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer Olark Inbox is installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Olark Inbox on this computer receives the chats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program on this computer uses port {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the new address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to change that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it lead to port {0}, where Olark Inbox listens now. Until then both work, and this goes away by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chats can&apos;t reach you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Olark Inbox ended unexpectedly the last time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Olark&apos;s page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste {0} in Olark: until then chats go to the former address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiving has stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiving in the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something from Olark could not be kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the newer one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still on port {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversations cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is still the former one; not all of it may work any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too much that could not be read is kept already, and more was refused at {0}. Discard some of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use port {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was received until then is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your address has changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your address still leads to port {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>Suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day it came after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day it came before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day or month it came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e-mail, phone, rating, note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group of agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inbox, done, bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name or e-mail of the visitor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page the chat began on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stars, such as &lt;=2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tag of Olark or your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unread, starred, done, live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who answered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OlarkBar</name>
    <message>
        <source>You answer chats in Olark. This window keeps them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PastePage</name>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the text here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste what was missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lines as they stand in Olark, each with a name before or above it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text of the mail that Olark sent you, with its head if you like. Its subject says “wrote you a note”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text to keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is the visitor?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonBox</name>
    <message>
        <source>Join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same person?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has the same e-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{0} has the same e-mail address, in %Ln conversations</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message numerus="yes">
        <source>%Ln are too many to print at once. Save them as PDF first.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pages went to the printer</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 page went to the printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How large</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Laying out, %Ln pages so far</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Laying out, 1 page so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln pages are too many to print at once. Save them as PDF.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>On this paper the last page is {0}. Choose pages again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printing page {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer took nothing. Look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuietLines</name>
    <message>
        <source>Quiet hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet while this computer is set to not disturb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes in quiet hours is told together afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reach</name>
    <message numerus="yes">
        <source>%Ln chats recovered.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 chat recovered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name of your own needs a paid ngrok plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A safe connection fails. Is this computer&apos;s clock right, and does a virus scanner or company network look into connections?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another page answers, such as the login of a guest network. Sign in there, or look whether the address is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked {0} ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm your e-mail address with ngrok first: it has sent you a message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations could not be stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is checked every minute. When it stops working, you are told within two minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last worked {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No ngrok is running on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such address is known on the internet: is it written correctly?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody answers at the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing could be written down for some minutes. Is the disk full?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Olark Inbox was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Olark cannot reach an address of your own network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Olark tries again only a few times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only in your own network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the new address in Olark: chats still go to the former one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the token first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready for chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else answers at the address, not this inbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address asks for a password. Olark has none, so take the password off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address cannot show that it is the one it claims to be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address hangs up before it has answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address is there, but it does not lead to this computer now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address leads to another Olark Inbox, not to this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address takes too long to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The limit of your ngrok account is used up. It begins anew next month, or with a larger plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The public address did not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The public address stopped answering at {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The public address stopped answering between {0} and {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token of your ngrok account is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no connection to the internet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer is not listening yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer slept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not look like a token. Copy the whole line from ngrok&apos;s page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is an API key. The token is on ngrok&apos;s page Your Authtoken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a complete address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is only the name of a token. Copy the token itself: it is longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>When ngrok ends or loses its connection, you are told within a minute; of anything else at the next check, after %Ln minutes at most.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Your conversations cannot be stored at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your ngrok account is already connected from elsewhere, and its plan allows no more. End ngrok there, or use the ngrok that runs on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your ngrok address is already in use, perhaps by ngrok on another computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok cannot be used from inside the program on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>ngrok counts requests, so it is checked every %Ln minutes: so late you may be told that it stopped working.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>ngrok does not know this token. Copy it again from ngrok&apos;s page Your Authtoken; an API key does not work here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok ended the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok is running here, but leads elsewhere (to port {0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok is running here, but leads nowhere yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok knows the address, but nothing is connected to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok says no (its number {0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok shows its warning page instead of us.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} until now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} – {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReachLines</name>
    <message>
        <source>Check the public address every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is checked every minute: nobody counts that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: only for trying out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ngrok that runs on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok, in this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reaching</name>
    <message>
        <source>This computer has no safe place for the token: it holds until the program ends. Put it into the environment variable {0} to keep it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reminders</name>
    <message>
        <source>In an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monday, {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow, {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are told while Olark Inbox runs, and at its next start of what came due meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReplyLines</name>
    <message>
        <source>For example: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link for the agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My own link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Olark shows agents no link when they hand on a chat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When an agent hands on a chat with the lead command, Olark shows a link that opens it in this program. It works on this computer only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When an agent hands on a chat with the lead command, Olark shows this link. {id}, {name}, {email} and {phone} are filled in; where none of those it asks for is known, there is no link.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Replying</name>
    <message>
        <source>Is this all for {0}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No phone number is known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Safety</name>
    <message>
        <source>All of it could be read: nothing is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another computer receives the chats now; this one does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chats received between {0} and {1} may be missing: compare with Olark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It copies the files while they are written, which can damage them. Keep the data outside, and let only backups go there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chats cannot be stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Olark has the new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once Olark has the new one, let go of the former.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over a network files can be damaged. Keep the data on this computer, and let only backups go there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receive here again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The damaged file is kept in the folder of your data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is almost full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last backup failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was no backup. Chats from before {0} may be missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This inbox has moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your data lies in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your data lies on the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your data was damaged and has been mended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your former address still works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} MB are left. Without room new chats cannot be stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} Olark is told to send them again, and storing is tried all the time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Saving {0} the same way as last time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy of what is new was not made. {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavingLines</name>
    <message>
        <source>Choose a logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logo: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No logo chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The logo is no longer where it was: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name and logo stand on every page saved as PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is no picture that can be read. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the search (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow the search down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search words, names, e-mail</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchWords</name>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reminder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unanswered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search deleted: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search saved: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search has another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The searches stand in another order</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Senders</name>
    <message>
        <source>Empty: everybody who knows your address. Otherwise only these addresses or networks, one a line. What others send is kept and shown, and can be allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Olark&apos;s page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no address and no network: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may deliver</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>After %Ln days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered chats go to Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep receiving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link for the agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply by e-mail with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your conversations are kept in this folder:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Setup</name>
    <message>
        <source>1. Make a free account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2. Confirm the e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3. Copy your token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4. Paste it below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A card shows from when to when nothing could be heard. Olark keeps every chat on its own page and mails offline messages too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A computer that sleeps hears nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name of your own, only with a paid plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About ten minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address for Olark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After a night you are told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it looks in Olark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked, answered in {0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of four ways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing the window leaves it running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect Olark to this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you press Save?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect and forget the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five steps. You can leave at any time and go on later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For looking around: samples work, but Olark cannot reach this computer, and no chat arrives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From Cloudflare, Tailscale, your router or a machine of your own: any address that leads to port {0} of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get an address Olark can reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you start ngrok yourself, Olark Inbox finds it. It also fetches what came while Olark Inbox was closed and ngrok ran on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Olark: Settings › Integrations › Webhooks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It listens as long as it runs. This desktop shows no icons beside the clock, so closing only makes the window small. Quitting stops it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It listens as long as it runs: with its window, or without one beside the clock. Quitting stops it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It shows up here by itself, and is kept out of your inbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands on ngrok&apos;s page Your Authtoken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it lead here too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My own address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Olark lives on the internet and cannot see this computer. A public address leads to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Olark reached it {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Olark reached this computer: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Olark sends a test only to an address that was saved. Look also whether the whole address is there, to its last letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Olark sends every finished chat to this address. It is secret: whoever knows it could send you messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Olark tries again only a few times. Let the computer stay awake while your shop is open: in its power settings, screen off is fine, sleep is not. It listens only while you are signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the same page in Olark, after Save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Olark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open ngrok&apos;s page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open that page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the Webhooks page in Olark and paste the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste it in Olark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the token or its whole line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste your address in Olark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port of ngrok&apos;s own page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port of ngrok&apos;s own page, if it is not 4040</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port {0} is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Save in Olark, then come back here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Send test in Olark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Send test on Olark&apos;s page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send all events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send all transcripts automatically</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send offline messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up Olark Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts with this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored only here; they travel through Olark and your address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch the former address off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten minutes; three if you have an ngrok account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address works</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The free plan has 20,000 requests a month; checking every %Ln minutes takes about {0} of them. This way has no memory: what Olark sends while this computer is off is not fetched later.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The test shows only that the address works. What each box sends is seen when the first one comes; you need not wait for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The three boxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole line is fine. Then press Connect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no public address yet: step 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address is new: replace the former one in Olark. Chats go to the former one until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address leads here, but only in your own network: Olark cannot use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer is not listening yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer listens on port {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is an address of your own network: Olark cannot reach it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is how it looks in Olark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick all three boxes, so that no chat is missed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick both boxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To see a chat before it ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token of your ngrok account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type {0} in Olark while you chat: what was said so far comes here at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>URL to post to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use no public address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the ngrok that runs here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it takes that no chat is missed from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are an owner or admin of your Olark account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You do this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your Olark plan, booked by yourself on olark.com, has Webhooks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your address still leads to port {0}. Change that to port {1} where you arranged it. Until then both work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your e-mail address and a password are enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your former address still works until Olark has the new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok gives this computer an address on the internet. Nothing else has to be downloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok runs here already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok sends you one. Press the button in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok still leads to port {0}. Press the button above, or end ngrok and start it again with: ngrok http {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngrok, in this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seen {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} leads here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message numerus="yes">
        <source>%Ln more tags</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 more tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved searches, tags and groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings (Ctrl+,)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stars</name>
    <message>
        <source>Rated {0} of 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of 5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartLines</name>
    <message>
        <source>Settings of the taskbar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with this computer, without a window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows hides new icons beside the clock. To keep this one in sight, open the settings of the taskbar, then Other system tray icons, and switch Olark Inbox on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message numerus="yes">
        <source>%Ln could not be read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help (F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys (Shift+F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>%Ln conversations</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All conversations with {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat, {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline message, {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Answer in Olark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it out of the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No e-mail address is known for this visitor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens Olark&apos;s chat console in the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it back into the inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply by e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the visitor card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out of the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message numerus="yes">
        <source>%Ln lines cannot be shown here. They are kept as Olark sent them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 line cannot be shown here. It is kept as Olark sent it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line without words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat started on {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New since you last looked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody answered. Last message after {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent while nobody was online</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln characters</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Still talking with {0}. The rest arrives when the chat ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chat may have gone on after these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words so far arrived: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This chat may still be going on. The rest arrives when it ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} gave {1} of 5 stars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} later</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%Ln unread</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Alerts on again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address for Olark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last alert: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause alerts for 1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause alerts until tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit and stop receiving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unread</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. New chats are not received meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversations cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trying</name>
    <message>
        <source>An example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An example of this alert was just shown, where this computer shows such.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could you send me a quote, please?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you see it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in the settings of this computer for notifications, and let Olark Inbox show them. A mode that does not disturb hides them too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is only an example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quote</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VisitorCard</name>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agents and groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of them as one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every line of this person in order of time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First answer after {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First answer within a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Friendly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From your website</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IP address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knows the subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name and contact details arrive with the words, when the chat ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page where the chat began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show this as Olark sent it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Username</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where and how</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} on {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} there now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} to {1}, {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, present</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaitingBar</name>
    <message>
        <source>Mark as done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for your answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for your answer for {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>changes</name>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new lines</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 new line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was cut off on the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its text is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agents changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>came %Ln times</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chat started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>details changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offline message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rating {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tags changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transcript arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>visitor&apos;s details changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>inline</name>
    <message>
        <source>one of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of {0} and {1} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>list</name>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A chat has begun. The words arrive when it ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live with {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May have continued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This chat began, but its words have not arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unanswered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chat without transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live chat with {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offline message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rated {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unanswered chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is talking with this visitor. The words arrive when the chat ends.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pdf</name>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln chats that only began are left out: they have no words yet.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversations</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 chat that only began is left out: it has no words yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat that just began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Friendly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IP address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knows the subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unanswered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visitor from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>search</name>
    <message numerus="yes">
        <source>Only the first %Ln characters were searched for.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the first %Ln words were searched for.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>“OR” was searched as a word: it needs a word on each side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” has no letters to search for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not a date; it was searched as words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not a filter; it was searched as words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not a rating from 1 to 5; it was searched as words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” needs something after the colon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” was understood as {1}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>times</name>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hours</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minutes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ago</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>words</name>
    <message numerus="yes">
        <source>%Ln conversations</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A conversation you want to be reminded of comes back here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message without a conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Olark Inbox on this computer receives the chats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program on this computer uses port {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back in the inbox: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat started {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chats that ended without an answer show up here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations you mark as done are kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be read, settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the bin for 30 days: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last arrival {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last chat {0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked as done: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked as read: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked as unread: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More arrived at once than can be written down; it is slow now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chats and offline messages show up here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No conversations here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No live chat is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No offline message waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reminder is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No transcript arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No unanswered chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not receiving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing done yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline message {0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline messages and unanswered chats show up here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Olark needs a public address to reach this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiving in the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: the sender is not in your list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the program. The log says where.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star a conversation to find it here again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star removed: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out of the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken out of the bin: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test from Olark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bin is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer reports a problem with the disk: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words of a chat arrive when it ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer does not allow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unanswered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What visitors write while nobody is there shows up here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you put here is kept for 30 days, then erased.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{0} and %Ln more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
