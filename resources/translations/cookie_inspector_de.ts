<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>AboutDialog</name>
  <message>
   <source>&amp;Copy all</source>
   <translation>&amp;Alles kopieren</translation>
  </message>
  <message>
   <source>About Cookie Inspector</source>
   <translation>Über Cookie Inspector</translation>
  </message>
  <message>
   <source>Cookie Inspector {version}</source>
   <translation>Cookie Inspector {version}</translation>
  </message>
  <message>
   <source>Versions and licences</source>
   <translation>Versionen und Lizenzen</translation>
  </message>
 </context>
 <context>
  <name>AddressDialog</name>
  <message>
   <source>&amp;Address of the policy, or of the site's page</source>
   <translation>&amp;Adresse der Richtlinie oder der Seite der Website</translation>
  </message>
  <message>
   <source>Contact</source>
   <translation>Anfragen</translation>
  </message>
  <message>
   <source>Contact {host}</source>
   <translation>{host} anfragen</translation>
  </message>
  <message>
   <source>Nothing is contacted before you press the button. It will name the host.</source>
   <translation>Nichts wird angefragt, bevor Sie die Schaltfläche drücken. Sie nennt den Host.</translation>
  </message>
  <message>
   <source>Policy from an address</source>
   <translation>Richtlinie von einer Adresse</translation>
  </message>
  <message>
   <source>This is the site's page: &amp;find its policy there</source>
   <translation>Dies ist die Seite der Website: die Richtlinie dort &amp;suchen</translation>
  </message>
  <message>
   <source>{host} will be asked for this one page, over https and without cookies; no scripts run and nothing else on the page is loaded. Where it leads elsewhere, that is followed and listed afterwards.</source>
   <translation>{host} wird nach dieser einen Seite gefragt, über https und ohne Cookies; kein Skript läuft, und nichts sonst auf der Seite wird geladen. Führt sie woandershin, wird dem gefolgt und es danach aufgeführt.</translation>
  </message>
  <message>
   <source>{host} will be asked for this page, and then for the privacy and cookie policy that it links to, over https and without cookies; no scripts run. Every host that was contacted is listed afterwards.</source>
   <translation>{host} wird nach dieser Seite gefragt und dann nach der Datenschutz- und Cookie-Richtlinie, auf die sie verweist, über https und ohne Cookies; kein Skript läuft. Jeder angefragte Host wird danach aufgeführt.</translation>
  </message>
 </context>
 <context>
  <name>AnswerStrip</name>
  <message>
   <source>Something was changed above since this was judged. Audit again to bring it up to date.</source>
   <translation>Oben wurde seit diesem Urteil etwas geändert. Prüfen Sie erneut, um es auf den Stand zu bringen.</translation>
  </message>
 </context>
 <context>
  <name>AuditBar</name>
  <message>
   <source>&amp;Dataset for research (a folder)…</source>
   <translation>&amp;Datensatz für die Forschung (ein Ordner)…</translation>
  </message>
  <message>
   <source>&amp;Only this site was visited</source>
   <translation>&amp;Nur diese Website wurde besucht</translation>
  </message>
  <message>
   <source>&amp;Site</source>
   <translation>&amp;Website</translation>
  </message>
  <message>
   <source>Audit</source>
   <translation>Prüfen</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>Exportieren</translation>
  </message>
  <message>
   <source>Give a policy…</source>
   <translation>Richtlinie angeben…</translation>
  </message>
  <message>
   <source>Judging</source>
   <translation>Urteil wird gebildet</translation>
  </message>
  <message>
   <source>On your word: it is in force, even if it is archived or old</source>
   <translation>Auf Ihr Wort: Sie ist in Kraft, auch wenn sie archiviert oder alt ist</translation>
  </message>
  <message>
   <source>On your word: nothing else was visited with these cookies, so third parties' belong to this site</source>
   <translation>Auf Ihr Wort: Mit diesen Cookies wurde nichts anderes besucht, also gehören die von Dritten zu dieser Website</translation>
  </message>
  <message>
   <source>Policy</source>
   <translation>Richtlinie</translation>
  </message>
  <message>
   <source>Policy: {name}</source>
   <translation>Richtlinie: {name}</translation>
  </message>
  <message>
   <source>Show the policy, or give another one</source>
   <translation>Die Richtlinie zeigen oder eine andere angeben</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>Website</translation>
  </message>
  <message>
   <source>Site, as in shop.example</source>
   <translation>Website, etwa shop.example</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <source>The policy holds &amp;today</source>
   <translation>Die Richtlinie gilt heu&amp;te</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keine</translation>
  </message>
 </context>
 <context>
  <name>AuditBoard</name>
  <message>
   <source>Cookies of the site</source>
   <translation>Cookies der Website</translation>
  </message>
  <message>
   <source>Details and evidence</source>
   <translation>Einzelheiten und Belege</translation>
  </message>
  <message>
   <source>Everything was judged.</source>
   <translation>Alles wurde beurteilt.</translation>
  </message>
  <message>
   <source>Filter cookies</source>
   <translation>Cookies filtern</translation>
  </message>
  <message>
   <source>Filter findings</source>
   <translation>Befunde filtern</translation>
  </message>
  <message>
   <source>Filter ignored findings</source>
   <translation>Ignorierte Befunde filtern</translation>
  </message>
  <message>
   <source>Filter opt-outs</source>
   <translation>Opt-outs filtern</translation>
  </message>
  <message>
   <source>Filter promises</source>
   <translation>Zusagen filtern</translation>
  </message>
  <message>
   <source>Filter what was not judged</source>
   <translation>Nicht Beurteiltes filtern</translation>
  </message>
  <message>
   <source>Findings</source>
   <translation>Befunde</translation>
  </message>
  <message>
   <source>Ignored</source>
   <translation>Ignoriert</translation>
  </message>
  <message>
   <source>Ignored by the settings</source>
   <translation>Durch die Einstellungen ignoriert</translation>
  </message>
  <message>
   <source>No cookie of an unknown site speaks of this one.</source>
   <translation>Kein Cookie einer unbekannten Website deutet auf diese hin.</translation>
  </message>
  <message>
   <source>No cookie of this site was seen. That alone does not mean that all is well.</source>
   <translation>Von dieser Website wurde kein Cookie gesehen. Das allein heißt nicht, dass alles in Ordnung ist.</translation>
  </message>
  <message>
   <source>No opt-out is known for what was seen.</source>
   <translation>Für das Gesehene ist kein Opt-out bekannt.</translation>
  </message>
  <message>
   <source>No rule found anything.</source>
   <translation>Keine Regel hat etwas gefunden.</translation>
  </message>
  <message>
   <source>Not judged</source>
   <translation>Nicht beurteilt</translation>
  </message>
  <message>
   <source>Of unknown site</source>
   <translation>Website unbekannt</translation>
  </message>
  <message>
   <source>Opt-outs</source>
   <translation>Opt-outs</translation>
  </message>
  <message>
   <source>Promises</source>
   <translation>Zusagen</translation>
  </message>
  <message>
   <source>Show in the policy</source>
   <translation>In der Richtlinie zeigen</translation>
  </message>
  <message>
   <source>The policy makes no claim that was understood.</source>
   <translation>Die Richtlinie macht keine Aussage, die verstanden wurde.</translation>
  </message>
  <message>
   <source>The settings set no finding aside.</source>
   <translation>Die Einstellungen stellen keinen Befund zurück.</translation>
  </message>
 </context>
 <context>
  <name>AuditPage</name>
  <message>
   <source>Report written to {path}</source>
   <translation>Bericht geschrieben nach {path}</translation>
  </message>
 </context>
 <context>
  <name>AuditStart</name>
  <message>
   <source>A made-up shop, its policy and its cookies</source>
   <translation>Ein erfundener Laden, seine Richtlinie und seine Cookies</translation>
  </message>
  <message>
   <source>Choose a site above and give its policy: each promise is set against the cookies found.</source>
   <translation>Wählen Sie oben eine Website und geben Sie ihre Richtlinie an: Jede Zusage wird den gefundenen Cookies gegenübergestellt.</translation>
  </message>
  <message>
   <source>Choose a site above and press Audit.</source>
   <translation>Wählen Sie oben eine Website und drücken Sie „Prüfen“.</translation>
  </message>
  <message>
   <source>Give a policy…</source>
   <translation>Richtlinie angeben…</translation>
  </message>
  <message>
   <source>Judging</source>
   <translation>Urteil wird gebildet</translation>
  </message>
  <message>
   <source>Promise against practice</source>
   <translation>Zusage gegen Praxis</translation>
  </message>
  <message>
   <source>Show an example</source>
   <translation>Ein Beispiel zeigen</translation>
  </message>
  <message>
   <source>There are no cookies to judge: read a browser or open a store on the page of cookies.</source>
   <translation>Es gibt keine Cookies zu beurteilen: Lesen Sie einen Browser oder öffnen Sie einen Speicher auf der Seite „Cookies“.</translation>
  </message>
  <message>
   <source>This could not be judged</source>
   <translation>Das konnte nicht beurteilt werden</translation>
  </message>
 </context>
 <context>
  <name>BrowserButton</name>
  <message>
   <source>Browsers: {names}</source>
   <translation>Browser: {names}</translation>
  </message>
  <message>
   <source>Choose a browser</source>
   <translation>Browser wählen</translation>
  </message>
  <message>
   <source>Looking for browsers…</source>
   <translation>Browser werden gesucht…</translation>
  </message>
  <message>
   <source>No browser found</source>
   <translation>Kein Browser gefunden</translation>
  </message>
 </context>
 <context>
  <name>ChartCard</name>
  <message>
   <source>Table</source>
   <translation>Tabelle</translation>
  </message>
  <message>
   <source>{title} as a table</source>
   <translation>{title} als Tabelle</translation>
  </message>
 </context>
 <context>
  <name>ContactDialog</name>
  <message>
   <source>Visit the site</source>
   <translation>Website besuchen</translation>
  </message>
  <message>
   <source>Visit {host}</source>
   <translation>{host} besuchen</translation>
  </message>
 </context>
 <context>
  <name>ContactsBadge</name>
  <message numerus="yes">
   <source>%Ln hosts contacted</source>
   <translation>
    <numerusform>%Ln Host angefragt</numerusform>
    <numerusform>%Ln Hosts angefragt</numerusform>
   </translation>
  </message>
  <message>
   <source>Contacted {host}</source>
   <translation>{host} angefragt</translation>
  </message>
  <message>
   <source>Every host that this program contacted since it was started</source>
   <translation>Jeder Host, den dieses Programm seit seinem Start angefragt hat</translation>
  </message>
  <message>
   <source>Offline by your settings</source>
   <translation>Offline nach Ihren Einstellungen</translation>
  </message>
  <message>
   <source>Offline: no host contacted</source>
   <translation>Offline: kein Host angefragt</translation>
  </message>
 </context>
 <context>
  <name>ContactsDialog</name>
  <message>
   <source>Addresses</source>
   <translation>Adressen</translation>
  </message>
  <message>
   <source>Hosts contacted</source>
   <translation>Angefragte Hosts</translation>
  </message>
  <message>
   <source>Nothing was sent or fetched. Only an address that you give is ever asked.</source>
   <translation>Nichts wurde gesendet oder geholt. Nur eine Adresse, die Sie angeben, wird je angefragt.</translation>
  </message>
  <message>
   <source>Only the addresses that you gave were asked, where they led, and what visited pages loaded:</source>
   <translation>Nur die Adressen, die Sie angegeben haben, wurden angefragt, dazu wohin sie führten und was besuchte Seiten luden:</translation>
  </message>
 </context>
 <context>
  <name>CookieTable</name>
  <message>
   <source>Cookies</source>
   <translation>Cookies</translation>
  </message>
  <message>
   <source>Hide {term}</source>
   <translation>{term} ausblenden</translation>
  </message>
  <message>
   <source>Show only {term}</source>
   <translation>Nur {term} zeigen</translation>
  </message>
  <message>
   <source>Sort by {column}, downwards</source>
   <translation>Nach {column} absteigend sortieren</translation>
  </message>
  <message>
   <source>Sort by {column}, upwards</source>
   <translation>Nach {column} aufsteigend sortieren</translation>
  </message>
 </context>
 <context>
  <name>DetailsView</name>
  <message>
   <source>Choose a cookie to see everything its browser keeps about it.</source>
   <translation>Wählen Sie ein Cookie, um alles zu sehen, was sein Browser darüber speichert.</translation>
  </message>
  <message>
   <source>Details of the cookie</source>
   <translation>Einzelheiten des Cookies</translation>
  </message>
 </context>
 <context>
  <name>FacetList</name>
  <message>
   <source>Filters; the space bar switches</source>
   <translation>Filter; die Leertaste schaltet</translation>
  </message>
 </context>
 <context>
  <name>FilterBar</name>
  <message>
   <source>Filter</source>
   <translation>Filter</translation>
  </message>
  <message>
   <source>Filter: a host, name or path; purpose:ad, company:google, lifetime:&gt;1y; !word leaves out</source>
   <translation>Filter: Host, Name oder Pfad; purpose:ad, company:google, lifetime:&gt;1y; !Wort schließt aus</translation>
  </message>
  <message>
   <source>Number of cookies</source>
   <translation>Zahl der Cookies</translation>
  </message>
  <message>
   <source>Read again</source>
   <translation>Erneut lesen</translation>
  </message>
  <message>
   <source>Read all stores again (F5)</source>
   <translation>Alle Speicher erneut lesen (F5)</translation>
  </message>
  <message>
   <source>{shown} of {total}</source>
   <translation>{shown} von {total}</translation>
  </message>
 </context>
 <context>
  <name>FoundLines</name>
  <message>
   <source>What was found</source>
   <translation>Was gefunden wurde</translation>
  </message>
 </context>
 <context>
  <name>Frame</name>
  <message>
   <source>&amp;Undo: {what}</source>
   <translation>&amp;Rückgängig: {what}</translation>
  </message>
  <message>
   <source>Done: {what}</source>
   <translation>Ausgeführt: {what}</translation>
  </message>
  <message>
   <source>Red&amp;o: {what}</source>
   <translation>&amp;Wiederholen: {what}</translation>
  </message>
  <message>
   <source>Undone: {what}</source>
   <translation>Rückgängig gemacht: {what}</translation>
  </message>
 </context>
 <context>
  <name>HistoryDialog</name>
  <message>
   <source>&amp;Compare the two</source>
   <translation>Die beiden ver&amp;gleichen</translation>
  </message>
  <message>
   <source>&amp;Compare with what is shown</source>
   <translation>Mit dem Gezeigten ver&amp;gleichen</translation>
  </message>
  <message>
   <source>&amp;Forget</source>
   <translation>&amp;Vergessen</translation>
  </message>
  <message>
   <source>&amp;Remember scans</source>
   <translation>Lesevorgänge &amp;merken</translation>
  </message>
  <message>
   <source>Comparing…</source>
   <translation>Vergleich läuft…</translation>
  </message>
  <message>
   <source>Delete everything that is remembered, with its key? It cannot be had back.</source>
   <translation>Alles Gemerkte samt seinem Schlüssel löschen? Es lässt sich nicht zurückholen.</translation>
  </message>
  <message>
   <source>Filter the snapshots</source>
   <translation>Momentaufnahmen filtern</translation>
  </message>
  <message>
   <source>Filter what differs</source>
   <translation>Unterschiede filtern</translation>
  </message>
  <message>
   <source>Forget &amp;everything…</source>
   <translation>&amp;Alles vergessen…</translation>
  </message>
  <message>
   <source>Forget a &amp;site…</source>
   <translation>Eine &amp;Website vergessen…</translation>
  </message>
  <message>
   <source>Forget the chosen snapshots? They cannot be had back.</source>
   <translation>Die gewählten Momentaufnahmen vergessen? Sie lassen sich nicht zurückholen.</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <source>Nothing differs in what could be compared.</source>
   <translation>Nichts unterscheidet sich in dem, was verglichen werden konnte.</translation>
  </message>
  <message>
   <source>Nothing is remembered yet. The next scan will be: press F5 in the window.</source>
   <translation>Noch ist nichts gemerkt. Das nächste Lesen wird es: Drücken Sie F5 im Fenster.</translation>
  </message>
  <message>
   <source>Nothing is remembered. Scans are noted only after you switch it on above.</source>
   <translation>Nichts ist gemerkt. Vermerkt wird erst, nachdem Sie es oben eingeschaltet haben.</translation>
  </message>
  <message>
   <source>Snapshots</source>
   <translation>Momentaufnahmen</translation>
  </message>
  <message>
   <source>What differs</source>
   <translation>Unterschiede</translation>
  </message>
  <message>
   <source>While this is on, each scan of this computer's browsers is noted, without values, to see later what has changed and whether an opt-out is still there. It stays in {folder} and goes after {days} days.</source>
   <translation>Solange dies eingeschaltet ist, wird jedes Lesen der Browser dieses Computers ohne Werte vermerkt, um später zu sehen, was sich geändert hat und ob ein Opt-out noch da ist. Es bleibt in {folder} und verschwindet nach {days} Tagen.</translation>
  </message>
 </context>
 <context>
  <name>HistoryKeeper</name>
  <message>
   <source>the history</source>
   <translation>der Verlauf</translation>
  </message>
 </context>
 <context>
  <name>IssuesPanel</name>
  <message numerus="yes">
   <source>%Ln issues</source>
   <translation>
    <numerusform>%Ln Problem</numerusform>
    <numerusform>%Ln Probleme</numerusform>
   </translation>
  </message>
  <message>
   <source>1 issue</source>
   <translation>1 Problem</translation>
  </message>
  <message>
   <source>Copy all</source>
   <translation>Alle kopieren</translation>
  </message>
  <message>
   <source>Hide</source>
   <translation>Ausblenden</translation>
  </message>
  <message>
   <source>Issues</source>
   <translation>Probleme</translation>
  </message>
  <message>
   <source>No issues</source>
   <translation>Keine Probleme</translation>
  </message>
 </context>
 <context>
  <name>LabelDialog</name>
  <message>
   <source>&amp;Purpose</source>
   <translation>&amp;Zweck</translation>
  </message>
  <message>
   <source>&amp;Reason</source>
   <translation>&amp;Grund</translation>
  </message>
  <message>
   <source>&amp;Say so</source>
   <translation>&amp;So festhalten</translation>
  </message>
  <message>
   <source>&amp;Take back</source>
   <translation>Zurück&amp;nehmen</translation>
  </message>
  <message>
   <source>How you know; it is shown wherever your word counts</source>
   <translation>Woher Sie das wissen; es wird überall gezeigt, wo Ihr Wort gilt</translation>
  </message>
  <message>
   <source>On &amp;any host, not only {host}</source>
   <translation>Auf &amp;jedem Host, nicht nur {host}</translation>
  </message>
  <message>
   <source>Purpose</source>
   <translation>Zweck</translation>
  </message>
  <message>
   <source>What is this cookie for?</source>
   <translation>Wofür ist dieses Cookie?</translation>
  </message>
  <message>
   <source>Your word wins over what the program thinks, here and in audits, and is kept in the project.</source>
   <translation>Ihr Wort geht dem vor, was das Programm meint, hier und in Prüfungen, und wird im Projekt aufbewahrt.</translation>
  </message>
  <message>
   <source>{name} of {host}</source>
   <translation>{name} von {host}</translation>
  </message>
  <message>
   <source>{purpose}: {says}</source>
   <translation>{purpose}: {says}</translation>
  </message>
 </context>
 <context>
  <name>LinkBar</name>
  <message>
   <source>Copy link</source>
   <translation>Link kopieren</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source>; not everything could be read</source>
   <translation>; nicht alles konnte gelesen werden</translation>
  </message>
  <message>
   <source>Everything was read; there are no cookies</source>
   <translation>Alles wurde gelesen; es gibt keine Cookies</translation>
  </message>
  <message>
   <source>No cookie store found</source>
   <translation>Kein Cookie-Speicher gefunden</translation>
  </message>
  <message>
   <source>Nothing could be read</source>
   <translation>Nichts konnte gelesen werden</translation>
  </message>
  <message>
   <source>Stopped: only a part was read, {cookies}</source>
   <translation>Angehalten: nur ein Teil wurde gelesen, {cookies}</translation>
  </message>
  <message>
   <source>The name of this cookie reads like a pattern of names, so it cannot be corrected by its name.</source>
   <translation>Der Name dieses Cookies liest sich wie ein Muster von Namen, daher lässt er sich nicht über den Namen berichtigen.</translation>
  </message>
  <message>
   <source>{cookies}, read {when}</source>
   <translation>{cookies}, gelesen {when}</translation>
  </message>
  <message>
   <source>{first}; and {more} more files</source>
   <translation>{first}; und {more} weitere Dateien</translation>
  </message>
 </context>
 <context>
  <name>ManualDialog</name>
  <message>
   <source>&amp;Back</source>
   <translation>&amp;Zurück</translation>
  </message>
  <message>
   <source>Contents</source>
   <translation>Inhalt</translation>
  </message>
  <message>
   <source>Manual</source>
   <translation>Handbuch</translation>
  </message>
  <message>
   <source>No page has these words</source>
   <translation>Keine Seite hat diese Wörter</translation>
  </message>
  <message>
   <source>Pages of the manual</source>
   <translation>Seiten des Handbuchs</translation>
  </message>
  <message>
   <source>Search all pages</source>
   <translation>Alle Seiten durchsuchen</translation>
  </message>
  <message>
   <source>Search the manual</source>
   <translation>Im Handbuch suchen</translation>
  </message>
  <message>
   <source>This leads out of the manual and is not opened: {address}</source>
   <translation>Das führt aus dem Handbuch hinaus und wird nicht geöffnet: {address}</translation>
  </message>
 </context>
 <context>
  <name>ManualViewer</name>
  <message>
   <source>Page of the manual</source>
   <translation>Seite des Handbuchs</translation>
  </message>
  <message>
   <source>This page is not part of the installation.</source>
   <translation>Diese Seite gehört nicht zur Installation.</translation>
  </message>
 </context>
 <context>
  <name>MarkBar</name>
  <message>
   <source>Comment</source>
   <translation>Kommentar</translation>
  </message>
  <message>
   <source>Comment on the chosen findings</source>
   <translation>Kommentar zu den gewählten Befunden</translation>
  </message>
  <message>
   <source>Mark {number} findings</source>
   <translation>{number} Befunde markieren</translation>
  </message>
  <message>
   <source>Your mark</source>
   <translation>Ihre Markierung</translation>
  </message>
 </context>
 <context>
  <name>MarkStrip</name>
  <message>
   <source>{browser}: choose in its window, then say here what you did.</source>
   <translation>{browser}: Wählen Sie in dessen Fenster und sagen Sie dann hier, was Sie getan haben.</translation>
  </message>
 </context>
 <context>
  <name>MarkedText</name>
  <message>
   <source>Text of the policy</source>
   <translation>Text der Richtlinie</translation>
  </message>
 </context>
 <context>
  <name>OpenDialog</name>
  <message>
   <source>It belongs to {site}.</source>
   <translation>Sie gehört zu {site}.</translation>
  </message>
  <message>
   <source>It needs an account there.</source>
   <translation>Dort ist ein Konto nötig.</translation>
  </message>
  <message>
   <source>It opens in {where}, for which alone the opt-out holds.</source>
   <translation>Sie öffnet sich in {where}; nur dafür gilt das Opt-out.</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Öffnen</translation>
  </message>
  <message>
   <source>Open the opt-out page</source>
   <translation>Die Opt-out-Seite öffnen</translation>
  </message>
  <message>
   <source>Stops: {stops}. Does not stop: {not_stops}.</source>
   <translation>Stoppt: {stops}. Stoppt nicht: {not_stops}.</translation>
  </message>
  <message>
   <source>The whole address</source>
   <translation>Die ganze Adresse</translation>
  </message>
  <message>
   <source>{name}, {known}.</source>
   <translation>{name}, {known}.</translation>
  </message>
 </context>
 <context>
  <name>OptOutsBar</name>
  <message>
   <source>&amp;Check again</source>
   <translation>E&amp;rneut prüfen</translation>
  </message>
  <message>
   <source>A site, such as shop.example</source>
   <translation>Eine Website, etwa shop.example</translation>
  </message>
  <message>
   <source>Check again, reading &amp;values</source>
   <translation>Erneut prüfen und dabei &amp;Werte lesen</translation>
  </message>
  <message>
   <source>How to &amp;delete its cookies…</source>
   <translation>So &amp;löschen Sie Cookies…</translation>
  </message>
  <message>
   <source>Looking…</source>
   <translation>Wird nachgesehen…</translation>
  </message>
  <message>
   <source>Most opt-outs are told by a cookie's value. Values are opened in memory, shown nowhere and kept nowhere; your system may ask for a keyring.</source>
   <translation>Die meisten Opt-outs erkennt man am Wert eines Cookies. Werte werden im Speicher geöffnet, nirgends gezeigt und nirgends aufbewahrt; Ihr System fragt vielleicht nach einem Schlüsselbund.</translation>
  </message>
  <message>
   <source>Site whose cookies are to be deleted</source>
   <translation>Website, deren Cookies gelöscht werden sollen</translation>
  </message>
  <message>
   <source>{count} companies with a known opt-out were found</source>
   <translation>{count} Unternehmen mit bekanntem Opt-out wurden gefunden</translation>
  </message>
 </context>
 <context>
  <name>OptOutsPage</name>
  <message>
   <source>&amp;Keep a note</source>
   <translation>N&amp;otiz aufbewahren</translation>
  </message>
  <message>
   <source>&amp;No, thanks</source>
   <translation>Nei&amp;n, danke</translation>
  </message>
  <message>
   <source>Filter opt-outs</source>
   <translation>Opt-outs filtern</translation>
  </message>
  <message>
   <source>How to delete the cookies of a site</source>
   <translation>So löschen Sie die Cookies einer Website</translation>
  </message>
  <message>
   <source>Keep a note of what was seen at each reading from now on, to check this opt-out later? It stays on this computer, holds no values, and goes after {days} days.</source>
   <translation>Von jetzt an bei jedem Lesen notieren, was gesehen wurde, um dieses Opt-out später zu prüfen? Die Notiz bleibt auf diesem Computer, enthält keine Werte und verschwindet nach {days} Tagen.</translation>
  </message>
  <message>
   <source>No cookie of a company with a known opt-out was found, and no opt-out.</source>
   <translation>Es wurde kein Cookie eines Unternehmens mit bekanntem Opt-out gefunden und kein Opt-out.</translation>
  </message>
  <message>
   <source>Open it by hand</source>
   <translation>Von Hand öffnen</translation>
  </message>
  <message>
   <source>Opened {what}. When you are done there, check again.</source>
   <translation>{what} wurde geöffnet. Wenn Sie dort fertig sind, prüfen Sie erneut.</translation>
  </message>
  <message>
   <source>Opt-outs</source>
   <translation>Opt-outs</translation>
  </message>
  <message>
   <source>Read a browser or open a store on the page of cookies: its companies are listed here.</source>
   <translation>Lesen Sie einen Browser oder öffnen Sie einen Speicher auf der Seite „Cookies“: Seine Unternehmen werden hier aufgeführt.</translation>
  </message>
  <message>
   <source>Your answer is kept. Change it at any time: File &gt; History.</source>
   <translation>Ihre Antwort ist gespeichert. Ändern können Sie sie jederzeit: Datei &gt; Verlauf.</translation>
  </message>
 </context>
 <context>
  <name>Overview</name>
  <message>
   <source>Press to show only those that can recognise the browser on more than one site</source>
   <translation>Drücken, um nur die zu zeigen, die den Browser auf mehr als einer Website wiedererkennen können</translation>
  </message>
  <message>
   <source>This is being found out</source>
   <translation>Das wird gerade ermittelt</translation>
  </message>
  <message>
   <source>known companies</source>
   <translation>bekannte Unternehmen</translation>
  </message>
  <message>
   <source>track across sites</source>
   <translation>verfolgen über Websites hinweg</translation>
  </message>
  <message>
   <source>{cookies} of no company that we know</source>
   <translation>{cookies} keines uns bekannten Unternehmens</translation>
  </message>
 </context>
 <context>
  <name>OverviewPage</name>
  <message>
   <source>A made-up shop: its cookies, its policy and an audit of the two</source>
   <translation>Ein erfundener Laden: seine Cookies, seine Richtlinie und eine Prüfung der beiden</translation>
  </message>
  <message>
   <source>An example: a made-up shop</source>
   <translation>Ein Beispiel: ein erfundener Laden</translation>
  </message>
  <message>
   <source>By browser and profile</source>
   <translation>Nach Browser und Profil</translation>
  </message>
  <message>
   <source>By company</source>
   <translation>Nach Unternehmen</translation>
  </message>
  <message>
   <source>By purpose</source>
   <translation>Nach Zweck</translation>
  </message>
  <message>
   <source>Could not be told; the issues say why</source>
   <translation>Konnte nicht ermittelt werden; die Probleme sagen, warum</translation>
  </message>
  <message>
   <source>Names, hosts and dates only; values stay where they are, and nothing is changed.</source>
   <translation>Nur Namen, Hosts und Daten; Werte bleiben, wo sie sind, und nichts wird verändert.</translation>
  </message>
  <message>
   <source>No cookie store found</source>
   <translation>Kein Cookie-Speicher gefunden</translation>
  </message>
  <message>
   <source>No cookie store was found here, in none of the places below, so you see an example.</source>
   <translation>Hier wurde an keinem der Orte unten ein Cookie-Speicher gefunden, darum sehen Sie ein Beispiel.</translation>
  </message>
  <message>
   <source>No cookies</source>
   <translation>Keine Cookies</translation>
  </message>
  <message>
   <source>Nothing was read yet</source>
   <translation>Noch wurde nichts gelesen</translation>
  </message>
  <message>
   <source>Open cookie file…</source>
   <translation>Cookie-Datei öffnen…</translation>
  </message>
  <message>
   <source>Overview</source>
   <translation>Übersicht</translation>
  </message>
  <message>
   <source>Places that were looked in</source>
   <translation>Orte, an denen gesucht wurde</translation>
  </message>
  <message>
   <source>Read my browsers</source>
   <translation>Meine Browser lesen</translation>
  </message>
  <message>
   <source>Reading the browsers</source>
   <translation>Browser werden gelesen</translation>
  </message>
  <message>
   <source>Reading {what}</source>
   <translation>{what} wird gelesen</translation>
  </message>
  <message>
   <source>Show the example</source>
   <translation>Das Beispiel zeigen</translation>
  </message>
  <message>
   <source>The shop, its policy and its cookies are made up; none of this is on your computer.</source>
   <translation>Der Laden, seine Richtlinie und seine Cookies sind erfunden; nichts davon ist auf Ihrem Computer.</translation>
  </message>
  <message>
   <source>This is being found out</source>
   <translation>Das wird gerade ermittelt</translation>
  </message>
  <message>
   <source>What is here</source>
   <translation>Was hier ist</translation>
  </message>
  <message>
   <source>What is in what you opened</source>
   <translation>Was in dem ist, das Sie geöffnet haben</translation>
  </message>
  <message>
   <source>Your settings say that browsers are read when you ask for it.</source>
   <translation>Nach Ihren Einstellungen werden Browser erst gelesen, wenn Sie es verlangen.</translation>
  </message>
  <message>
   <source>companies</source>
   <translation>Unternehmen</translation>
  </message>
  <message>
   <source>cookies</source>
   <translation>Cookies</translation>
  </message>
  <message>
   <source>known companies</source>
   <translation>bekannte Unternehmen</translation>
  </message>
  <message>
   <source>site</source>
   <translation>Website</translation>
  </message>
  <message>
   <source>sites</source>
   <translation>Websites</translation>
  </message>
  <message>
   <source>track</source>
   <translation>verfolgen</translation>
  </message>
  <message>
   <source>track across sites</source>
   <translation>verfolgen über Websites hinweg</translation>
  </message>
  <message>
   <source>{cookies} of no company that we know</source>
   <translation>{cookies} keines uns bekannten Unternehmens</translation>
  </message>
  <message>
   <source>{done} of {total}: </source>
   <translation>{done} von {total}: </translation>
  </message>
 </context>
 <context>
  <name>Pages</name>
  <message>
   <source>Pages</source>
   <translation>Seiten</translation>
  </message>
 </context>
 <context>
  <name>PasteDialog</name>
  <message>
   <source>&amp;Text of the policy, as copied from the page; Markdown and HTML are understood</source>
   <translation>&amp;Text der Richtlinie, wie von der Seite kopiert; Markdown und HTML werden verstanden</translation>
  </message>
  <message>
   <source>Paste a policy</source>
   <translation>Eine Richtlinie einfügen</translation>
  </message>
  <message>
   <source>Read</source>
   <translation>Lesen</translation>
  </message>
 </context>
 <context>
  <name>PolicyHeader</name>
  <message>
   <source>&amp;Paste text…</source>
   <translation>&amp;Text einfügen…</translation>
  </message>
  <message>
   <source>From an &amp;address…</source>
   <translation>Von einer &amp;Adresse…</translation>
  </message>
  <message>
   <source>Open &amp;file…</source>
   <translation>Datei ö&amp;ffnen…</translation>
  </message>
  <message>
   <source>Open policy</source>
   <translation>Richtlinie öffnen</translation>
  </message>
  <message>
   <source>Policies that were found</source>
   <translation>Gefundene Richtlinien</translation>
  </message>
  <message>
   <source>Reading the policy</source>
   <translation>Richtlinie wird gelesen</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Anhalten</translation>
  </message>
 </context>
 <context>
  <name>PolicyPage</name>
  <message>
   <source>Both at once</source>
   <translation>Beides zugleich</translation>
  </message>
  <message>
   <source>Claims</source>
   <translation>Aussagen</translation>
  </message>
  <message>
   <source>Declared</source>
   <translation>Erklärt</translation>
  </message>
  <message>
   <source>Denied</source>
   <translation>Verneint</translation>
  </message>
  <message>
   <source>Details of the claim</source>
   <translation>Einzelheiten der Aussage</translation>
  </message>
  <message>
   <source>Filter claims by what, who or quote; !word leaves out</source>
   <translation>Aussagen nach Was, Wer oder Zitat filtern; !Wort schließt aus</translation>
  </message>
  <message>
   <source>No sentence of this text was understood to say anything about cookies.</source>
   <translation>Kein Satz dieses Textes wurde als Aussage über Cookies verstanden.</translation>
  </message>
 </context>
 <context>
  <name>PolicyText</name>
  <message>
   <source>Next part</source>
   <translation>Nächster Teil</translation>
  </message>
  <message>
   <source>Part {number} of {parts}</source>
   <translation>Teil {number} von {parts}</translation>
  </message>
  <message>
   <source>Previous part</source>
   <translation>Voriger Teil</translation>
  </message>
 </context>
 <context>
  <name>ProjectButton</name>
  <message>
   <source>Compare with a baseline or saved report…</source>
   <translation>Mit einer Ausgangslage oder einem gespeicherten Bericht vergleichen…</translation>
  </message>
  <message>
   <source>Compare with nothing</source>
   <translation>Mit nichts vergleichen</translation>
  </message>
  <message>
   <source>Levels, ignored findings and known cookies from a file, and what was found before</source>
   <translation>Stufen, ignorierte Befunde und bekannte Cookies aus einer Datei, und was zuvor gefunden wurde</translation>
  </message>
  <message>
   <source>Project</source>
   <translation>Projekt</translation>
  </message>
  <message>
   <source>Project: {files}</source>
   <translation>Projekt: {files}</translation>
  </message>
  <message>
   <source>Settings of a project…</source>
   <translation>Einstellungen eines Projekts…</translation>
  </message>
  <message>
   <source>Without settings</source>
   <translation>Ohne Einstellungen</translation>
  </message>
 </context>
 <context>
  <name>ProjectKeeper</name>
  <message>
   <source>Cookies</source>
   <translation>Cookies</translation>
  </message>
  <message>
   <source>Marks written to {path}</source>
   <translation>Markierungen geschrieben nach {path}</translation>
  </message>
  <message>
   <source>Project opened: {name}</source>
   <translation>Projekt geöffnet: {name}</translation>
  </message>
  <message>
   <source>Project saved: {name}. What you change is saved by itself.</source>
   <translation>Projekt gespeichert: {name}. Was Sie ändern, wird von selbst gespeichert.</translation>
  </message>
  <message>
   <source>The project is saved again.</source>
   <translation>Das Projekt ist wieder gespeichert.</translation>
  </message>
  <message>
   <source>Your marks of last time are here again. They are in no project yet: save them in one.</source>
   <translation>Ihre Markierungen vom letzten Mal sind wieder da. Sie sind noch in keinem Projekt: Speichern Sie sie in einem.</translation>
  </message>
 </context>
 <context>
  <name>Readings</name>
  <message>
   <source>Nothing was read yet</source>
   <translation>Noch wurde nichts gelesen</translation>
  </message>
  <message>
   <source>the browsers</source>
   <translation>die Browser</translation>
  </message>
  <message>
   <source>{number} track across sites</source>
   <translation>{number} verfolgen über Websites hinweg</translation>
  </message>
 </context>
 <context>
  <name>RecognisedSheet</name>
  <message>
   <source>&amp;Address of the page that set them; the text does not say it</source>
   <translation>&amp;Adresse der Seite, die sie gesetzt hat; der Text sagt es nicht</translation>
  </message>
  <message>
   <source>&amp;Open</source>
   <translation>Ö&amp;ffnen</translation>
  </message>
  <message>
   <source>Filter</source>
   <translation>Filter</translation>
  </message>
  <message>
   <source>Looking at it…</source>
   <translation>Wird angesehen…</translation>
  </message>
  <message>
   <source>Nothing was read yet. Is this what you meant?</source>
   <translation>Noch wurde nichts gelesen. Haben Sie das gemeint?</translation>
  </message>
  <message>
   <source>Recognised as</source>
   <translation>Erkannt als</translation>
  </message>
  <message>
   <source>Supported are browsers' cookie stores and profiles, projects, recorded visits, and: {formats}.</source>
   <translation>Unterstützt werden Cookie-Speicher und Profile von Browsern, Projekte, aufgezeichnete Besuche und: {formats}.</translation>
  </message>
  <message>
   <source>This is nothing that can be read. {supported}</source>
   <translation>Nichts davon kann gelesen werden. {supported}</translation>
  </message>
  <message>
   <source>What this is</source>
   <translation>Was das ist</translation>
  </message>
  <message>
   <source>what was given</source>
   <translation>was gegeben wurde</translation>
  </message>
  <message>
   <source>{number} of these cannot be read and are left out. {supported}</source>
   <translation>{number} davon können nicht gelesen werden und bleiben weg. {supported}</translation>
  </message>
 </context>
 <context>
  <name>RevealBar</name>
  <message>
   <source>Ask for the key</source>
   <translation>Nach dem Schlüssel fragen</translation>
  </message>
  <message>
   <source>Copied. The clipboard is cleared in {seconds} seconds.</source>
   <translation>Kopiert. Die Zwischenablage wird in {seconds} Sekunden geleert.</translation>
  </message>
  <message>
   <source>Copy value</source>
   <translation>Wert kopieren</translation>
  </message>
  <message>
   <source>Hide value</source>
   <translation>Wert verbergen</translation>
  </message>
  <message>
   <source>Locked: {why}.</source>
   <translation>Verschlossen: {why}.</translation>
  </message>
  <message>
   <source>Reading this one value…</source>
   <translation>Dieser eine Wert wird gelesen…</translation>
  </message>
  <message>
   <source>Show value</source>
   <translation>Wert anzeigen</translation>
  </message>
  <message>
   <source>Shown for {seconds} seconds.</source>
   <translation>{seconds} Sekunden lang sichtbar.</translation>
  </message>
  <message>
   <source>The value</source>
   <translation>Der Wert</translation>
  </message>
  <message>
   <source>The value cannot be shown: {why}.</source>
   <translation>Der Wert kann nicht angezeigt werden: {why}.</translation>
  </message>
  <message>
   <source>The value is empty.</source>
   <translation>Der Wert ist leer.</translation>
  </message>
  <message>
   <source>This value is encrypted. The key of {browser} is asked of your system, which may want your password.</source>
   <translation>Dieser Wert ist verschlüsselt. Der Schlüssel von {browser} wird von Ihrem System erbeten, das vielleicht Ihr Passwort verlangt.</translation>
  </message>
 </context>
 <context>
  <name>RunsProgress</name>
  <message>
   <source>Progress of the visit</source>
   <translation>Fortschritt des Besuchs</translation>
  </message>
  <message>
   <source>Run {number} of {total}</source>
   <translation>Durchgang {number} von {total}</translation>
  </message>
  <message>
   <source>Stopping: the browser is closed, and what was seen by then is shown</source>
   <translation>Wird angehalten: Der Browser wird geschlossen, und was bis dahin gesehen wurde, wird gezeigt</translation>
  </message>
  <message>
   <source>Visiting {host}</source>
   <translation>{host} wird besucht</translation>
  </message>
  <message>
   <source>done</source>
   <translation>fertig</translation>
  </message>
  <message>
   <source>waits</source>
   <translation>wartet</translation>
  </message>
 </context>
 <context>
  <name>SecretText</name>
  <message>
   <source>The value, on the screen only</source>
   <translation>Der Wert, nur auf dem Bildschirm</translation>
  </message>
 </context>
 <context>
  <name>SettingsDialog</name>
  <message>
   <source> s</source>
   <translation> s</translation>
  </message>
  <message>
   <source>&amp;Defaults</source>
   <translation>&amp;Voreinstellungen</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>{number} %</source>
   <translation>{number} %</translation>
  </message>
 </context>
 <context>
  <name>ShortcutsDialog</name>
  <message>
   <source>Filter shortcuts</source>
   <translation>Tastenkürzel filtern</translation>
  </message>
  <message>
   <source>Keyboard shortcuts</source>
   <translation>Tastenkürzel</translation>
  </message>
 </context>
 <context>
  <name>Showing</name>
  <message>
   <source>The policy of {address} is not on this computer: give it again, for opening fetches nothing.</source>
   <translation>Die Richtlinie von {address} ist nicht auf diesem Computer: Geben Sie sie erneut an, denn beim Öffnen wird nichts geholt.</translation>
  </message>
 </context>
 <context>
  <name>StartPage</name>
  <message>
   <source>From an address…</source>
   <translation>Von einer Adresse…</translation>
  </message>
  <message>
   <source>Give its privacy or cookie policy to see, sentence by sentence, what it declares and denies.</source>
   <translation>Geben Sie ihre Datenschutz- oder Cookie-Richtlinie an, um Satz für Satz zu sehen, was sie erklärt und verneint.</translation>
  </message>
  <message>
   <source>Nothing is fetched unless you give an address, and only after you agree to contact its host.</source>
   <translation>Nichts wird geholt, außer Sie geben eine Adresse an, und auch dann erst, wenn Sie der Anfrage an ihren Host zustimmen.</translation>
  </message>
  <message>
   <source>Open file…</source>
   <translation>Datei öffnen…</translation>
  </message>
  <message>
   <source>Paste text…</source>
   <translation>Text einfügen…</translation>
  </message>
  <message>
   <source>Reading the policy</source>
   <translation>Richtlinie wird gelesen</translation>
  </message>
  <message>
   <source>This could not be read</source>
   <translation>Das konnte nicht gelesen werden</translation>
  </message>
  <message>
   <source>What does the site promise?</source>
   <translation>Was verspricht die Website?</translation>
  </message>
 </context>
 <context>
  <name>StatusStrip</name>
  <message>
   <source>Progress of reading</source>
   <translation>Fortschritt des Lesens</translation>
  </message>
  <message>
   <source>Reading {what}…</source>
   <translation>{what} wird gelesen…</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <source>Stopping…</source>
   <translation>Wird angehalten…</translation>
  </message>
 </context>
 <context>
  <name>StepsDialog</name>
  <message>
   <source>Careful: {what}</source>
   <translation>Vorsicht: {what}</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>No browser holds a cookie of this site: there is nothing to delete.</source>
   <translation>Kein Browser enthält ein Cookie dieser Website: Es gibt nichts zu löschen.</translation>
  </message>
  <message>
   <source>To be copied</source>
   <translation>Zum Kopieren</translation>
  </message>
 </context>
 <context>
  <name>StoreList</name>
  <message>
   <source>Browsers and profiles</source>
   <translation>Browser und Profile</translation>
  </message>
 </context>
 <context>
  <name>TablePane</name>
  <message>
   <source>Filter: {what}</source>
   <translation>Filter: {what}</translation>
  </message>
  <message>
   <source>Nothing matches what is typed.</source>
   <translation>Nichts passt zu dem, was eingegeben ist.</translation>
  </message>
  <message>
   <source>{shown} of {total}</source>
   <translation>{shown} von {total}</translation>
  </message>
 </context>
 <context>
  <name>TermChips</name>
  <message>
   <source>Remove from the filter: {term}</source>
   <translation>Aus dem Filter nehmen: {term}</translation>
  </message>
 </context>
 <context>
  <name>TimelineCard</name>
  <message>
   <source>Consent timeline</source>
   <translation>Zeitleiste der Einwilligung</translation>
  </message>
  <message>
   <source>Consent timeline as a table</source>
   <translation>Zeitleiste der Einwilligung als Tabelle</translation>
  </message>
  <message>
   <source>Table</source>
   <translation>Tabelle</translation>
  </message>
 </context>
 <context>
  <name>VisitAnswer</name>
  <message>
   <source>Compared with its policy: {answer}</source>
   <translation>Verglichen mit ihrer Richtlinie: {answer}</translation>
  </message>
 </context>
 <context>
  <name>VisitBar</name>
  <message>
   <source> of its links</source>
   <translation> ihrer Links</translation>
  </message>
  <message>
   <source> s</source>
   <translation> s</translation>
  </message>
  <message>
   <source>&amp;Browser</source>
   <translation>Bro&amp;wser</translation>
  </message>
  <message>
   <source>&amp;What is done</source>
   <translation>Was &amp;getan wird</translation>
  </message>
  <message>
   <source>A scenario of my own</source>
   <translation>Ein eigenes Szenario</translation>
  </message>
  <message>
   <source>A&amp;ddress</source>
   <translation>Ad&amp;resse</translation>
  </message>
  <message>
   <source>Address of a page, such as shop.example</source>
   <translation>Adresse einer Seite, etwa shop.example</translation>
  </message>
  <message>
   <source>Choose at least one browser.</source>
   <translation>Wählen Sie mindestens einen Browser.</translation>
  </message>
  <message>
   <source>Choose its file…</source>
   <translation>Datei dafür wählen…</translation>
  </message>
  <message>
   <source>Choose the file of your scenario.</source>
   <translation>Wählen Sie die Datei Ihres Szenarios.</translation>
  </message>
  <message>
   <source>Choose the policy's file.</source>
   <translation>Wählen Sie die Datei der Richtlinie.</translation>
  </message>
  <message>
   <source>Co&amp;mpare with</source>
   <translation>&amp;Vergleichen mit</translation>
  </message>
  <message>
   <source>F&amp;urther pages</source>
   <translation>Weitere S&amp;eiten</translation>
  </message>
  <message>
   <source>Further pages</source>
   <translation>Weitere Seiten</translation>
  </message>
  <message>
   <source>Give the address of a page. Nothing is contacted yet.</source>
   <translation>Geben Sie die Adresse einer Seite an. Noch wird nichts angefragt.</translation>
  </message>
  <message>
   <source>How long each page is watched after it has loaded</source>
   <translation>Wie lange jede Seite beobachtet wird, nachdem sie geladen ist</translation>
  </message>
  <message>
   <source>Looking for the browsers of this computer.</source>
   <translation>Die Browser dieses Computers werden gesucht.</translation>
  </message>
  <message>
   <source>No browser that can make a visit was found: install Chromium or Firefox. An earlier visit can be opened all the same.</source>
   <translation>Es wurde kein Browser gefunden, der einen Besuch machen kann: Installieren Sie Chromium oder Firefox. Ein früherer Besuch lässt sich trotzdem öffnen.</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Keine</translation>
  </message>
  <message>
   <source>Open an earlier visit…</source>
   <translation>Einen früheren Besuch öffnen…</translation>
  </message>
  <message>
   <source>Policy</source>
   <translation>Richtlinie</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Scenario</source>
   <translation>Szenario</translation>
  </message>
  <message>
   <source>So many of the page's own links are opened, too</source>
   <translation>So viele der eigenen Links der Seite werden auch geöffnet</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <source>Third pa&amp;rties</source>
   <translation>Dri&amp;tte</translation>
  </message>
  <message>
   <source>Vi&amp;sit…</source>
   <translation>Be&amp;suchen…</translation>
  </message>
  <message>
   <source>Wa&amp;it</source>
   <translation>Warte&amp;zeit</translation>
  </message>
  <message>
   <source>What differs between the two is what the site tried and your browser refused</source>
   <translation>Was zwischen den beiden abweicht, hat die Website versucht und Ihr Browser abgelehnt</translation>
  </message>
  <message>
   <source>and a file of pages…</source>
   <translation>und eine Datei mit Seiten…</translation>
  </message>
 </context>
 <context>
  <name>VisitBoard</name>
  <message>
   <source>Beside cookies</source>
   <translation>Neben Cookies</translation>
  </message>
  <message>
   <source>Biography and details</source>
   <translation>Werdegang und Einzelheiten</translation>
  </message>
  <message>
   <source>Cookies</source>
   <translation>Cookies</translation>
  </message>
  <message>
   <source>Filter cookies</source>
   <translation>Cookies filtern</translation>
  </message>
  <message>
   <source>Filter hosts</source>
   <translation>Hosts filtern</translation>
  </message>
  <message>
   <source>Filter pages</source>
   <translation>Seiten filtern</translation>
  </message>
  <message>
   <source>Filter what was found</source>
   <translation>Gefundenes filtern</translation>
  </message>
  <message>
   <source>Hosts</source>
   <translation>Hosts</translation>
  </message>
  <message>
   <source>No cookie was asked for, as far as was seen.</source>
   <translation>Soweit zu sehen war, wurde kein Cookie verlangt.</translation>
  </message>
  <message>
   <source>No page was opened.</source>
   <translation>Es wurde keine Seite geöffnet.</translation>
  </message>
  <message>
   <source>Nothing of it was seen. That alone does not mean that all is well.</source>
   <translation>Davon wurde nichts gesehen. Das allein heißt nicht, dass alles in Ordnung ist.</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Seiten</translation>
  </message>
  <message>
   <source>Promise against practice</source>
   <translation>Zusage gegen Praxis</translation>
  </message>
  <message>
   <source>Runs of the visit</source>
   <translation>Durchgänge des Besuchs</translation>
  </message>
  <message>
   <source>Show the picture</source>
   <translation>Das Bild zeigen</translation>
  </message>
  <message>
   <source>What happened</source>
   <translation>Was geschah</translation>
  </message>
 </context>
 <context>
  <name>VisitFiles</name>
  <message>
   <source>Saved to {path}</source>
   <translation>Gespeichert in {path}</translation>
  </message>
 </context>
 <context>
  <name>VisitStart</name>
  <message>
   <source>A visit needs Chrome, Chromium, Edge, Brave, Vivaldi, Opera or Firefox, installed where its maker puts it. None is ever downloaded by this program.</source>
   <translation>Ein Besuch braucht Chrome, Chromium, Edge, Brave, Vivaldi, Opera oder Firefox, dort installiert, wo der Hersteller es vorsieht. Dieses Programm lädt nie einen herunter.</translation>
  </message>
  <message>
   <source>No browser that can make a visit was found</source>
   <translation>Es wurde kein Browser gefunden, der einen Besuch machen kann</translation>
  </message>
  <message>
   <source>Nothing is contacted before you agree to a line that says what. An earlier visit can be dropped here.</source>
   <translation>Nichts wird angefragt, bevor Sie einer Zeile zustimmen, die sagt, was. Ein früherer Besuch kann hier abgelegt werden.</translation>
  </message>
  <message>
   <source>Reading the visit</source>
   <translation>Der Besuch wird gelesen</translation>
  </message>
  <message>
   <source>There is no visit to show</source>
   <translation>Es gibt keinen Besuch zu zeigen</translation>
  </message>
  <message>
   <source>Visit a page with a browser of this computer: which cookies it asks for, what the browser stores and refuses, who writes them, and what comes before and after a choice.</source>
   <translation>Besuchen Sie eine Seite mit einem Browser dieses Computers: welche Cookies sie verlangt, was der Browser speichert und ablehnt, wer sie schreibt, und was vor und nach einer Wahl kommt.</translation>
  </message>
  <message>
   <source>What does the site really do?</source>
   <translation>Was tut die Website wirklich?</translation>
  </message>
 </context>
 <context>
  <name>WaySide</name>
  <message>
   <source>&amp;Open its page…</source>
   <translation>Ihre &amp;Seite öffnen…</translation>
  </message>
  <message>
   <source>Choose a company to see its ways out.</source>
   <translation>Wählen Sie ein Unternehmen, um seine Auswege zu sehen.</translation>
  </message>
  <message>
   <source>Copy &amp;link</source>
   <translation>Link &amp;kopieren</translation>
  </message>
  <message>
   <source>Details of the opt-out</source>
   <translation>Einzelheiten des Opt-outs</translation>
  </message>
  <message>
   <source>Link copied</source>
   <translation>Link kopiert</translation>
  </message>
  <message>
   <source>Opt-outs</source>
   <translation>Opt-outs</translation>
  </message>
  <message>
   <source>Way out</source>
   <translation>Ausweg</translation>
  </message>
 </context>
 <context>
  <name>about</name>
  <message>
   <source>It changes nothing, sends nothing, and keeps values hidden.</source>
   <translation>Es ändert nichts, sendet nichts und hält Werte verborgen.</translation>
  </message>
  <message>
   <source>Knowledge of cookies: {version}</source>
   <translation>Wissen über Cookies: {version}</translation>
  </message>
  <message>
   <source>Licences of what it is made of:</source>
   <translation>Lizenzen der Bestandteile:</translation>
  </message>
  <message>
   <source>Public Suffix List (Mozilla Foundation): MPL-2.0</source>
   <translation>Public Suffix List (Mozilla Foundation): MPL-2.0</translation>
  </message>
  <message>
   <source>Reads the cookies that browsers hold and says what each is for.</source>
   <translation>Liest die Cookies, die Browser enthalten, und sagt, wofür jedes ist.</translation>
  </message>
  <message>
   <source>System</source>
   <translation>System</translation>
  </message>
  <message>
   <source>What it says is evidence, and no legal advice.</source>
   <translation>Was es sagt, ist ein Beleg und keine Rechtsberatung.</translation>
  </message>
  <message>
   <source>not installed</source>
   <translation>nicht installiert</translation>
  </message>
  <message>
   <source>not loaded yet</source>
   <translation>noch nicht geladen</translation>
  </message>
 </context>
 <context>
  <name>actions</name>
  <message>
   <source>&amp;About Cookie Inspector</source>
   <translation>Ü&amp;ber Cookie Inspector</translation>
  </message>
  <message>
   <source>&amp;Browsers</source>
   <translation>Brow&amp;ser</translation>
  </message>
  <message>
   <source>&amp;Clear this list</source>
   <translation>Diese &amp;Liste leeren</translation>
  </message>
  <message>
   <source>&amp;Copy cell</source>
   <translation>&amp;Zelle kopieren</translation>
  </message>
  <message>
   <source>&amp;Dark</source>
   <translation>&amp;Dunkel</translation>
  </message>
  <message>
   <source>&amp;Details</source>
   <translation>Ein&amp;zelheiten</translation>
  </message>
  <message>
   <source>&amp;Edit</source>
   <translation>&amp;Bearbeiten</translation>
  </message>
  <message>
   <source>&amp;File</source>
   <translation>&amp;Datei</translation>
  </message>
  <message>
   <source>&amp;Filter</source>
   <translation>F&amp;iltern</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>&amp;Hilfe</translation>
  </message>
  <message>
   <source>&amp;History…</source>
   <translation>&amp;Verlauf…</translation>
  </message>
  <message>
   <source>&amp;Issues</source>
   <translation>&amp;Probleme</translation>
  </message>
  <message>
   <source>&amp;Keyboard shortcuts</source>
   <translation>&amp;Tastenkürzel</translation>
  </message>
  <message>
   <source>&amp;Light</source>
   <translation>&amp;Hell</translation>
  </message>
  <message>
   <source>&amp;Manual</source>
   <translation>&amp;Handbuch</translation>
  </message>
  <message>
   <source>&amp;New project</source>
   <translation>&amp;Neues Projekt</translation>
  </message>
  <message>
   <source>&amp;Next pane</source>
   <translation>&amp;Nächster Bereich</translation>
  </message>
  <message>
   <source>&amp;Open cookie file…</source>
   <translation>&amp;Cookie-Datei öffnen…</translation>
  </message>
  <message>
   <source>&amp;Paste cookies…</source>
   <translation>&amp;Cookies einfügen…</translation>
  </message>
  <message>
   <source>&amp;Quit</source>
   <translation>Been&amp;den</translation>
  </message>
  <message>
   <source>&amp;Read again</source>
   <translation>Erneut &amp;lesen</translation>
  </message>
  <message>
   <source>&amp;Stop reading</source>
   <translation>Lesen an&amp;halten</translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation>&amp;Rückgängig</translation>
  </message>
  <message>
   <source>&amp;View</source>
   <translation>&amp;Ansicht</translation>
  </message>
  <message>
   <source>As the &amp;system</source>
   <translation>Wie das &amp;System</translation>
  </message>
  <message>
   <source>C&amp;lear filter</source>
   <translation>&amp;Filter leeren</translation>
  </message>
  <message>
   <source>Co&amp;lumns</source>
   <translation>Spa&amp;lten</translation>
  </message>
  <message>
   <source>Copy &amp;details</source>
   <translation>&amp;Einzelheiten kopieren</translation>
  </message>
  <message>
   <source>Copy &amp;row</source>
   <translation>Zei&amp;le kopieren</translation>
  </message>
  <message>
   <source>Copy all &amp;issues</source>
   <translation>Alle &amp;Probleme kopieren</translation>
  </message>
  <message>
   <source>Export &amp;marks…</source>
   <translation>&amp;Markierungen exportieren…</translation>
  </message>
  <message>
   <source>Open &amp;profile folder…</source>
   <translation>Pro&amp;filordner öffnen…</translation>
  </message>
  <message>
   <source>Open po&amp;licy…</source>
   <translation>&amp;Richtlinie öffnen…</translation>
  </message>
  <message>
   <source>Open pro&amp;ject…</source>
   <translation>Pro&amp;jekt öffnen…</translation>
  </message>
  <message>
   <source>Open re&amp;cent</source>
   <translation>&amp;Zuletzt geöffnet</translation>
  </message>
  <message>
   <source>Paste policy &amp;text…</source>
   <translation>Richtlinien&amp;text einfügen…</translation>
  </message>
  <message>
   <source>Policy from an &amp;address…</source>
   <translation>Richtlinie von einer &amp;Adresse…</translation>
  </message>
  <message>
   <source>Read all &amp;browsers</source>
   <translation>Alle &amp;Browser lesen</translation>
  </message>
  <message>
   <source>Red&amp;o</source>
   <translation>&amp;Wiederholen</translation>
  </message>
  <message>
   <source>S&amp;ettings…</source>
   <translation>&amp;Einstellungen…</translation>
  </message>
  <message>
   <source>Sa&amp;ve project as…</source>
   <translation>Projekt speichern &amp;unter…</translation>
  </message>
  <message>
   <source>Show or hide the &amp;value</source>
   <translation>Wert &amp;anzeigen oder verbergen</translation>
  </message>
  <message>
   <source>Show the &amp;example</source>
   <translation>Beispiel &amp;zeigen</translation>
  </message>
  <message>
   <source>T&amp;heme</source>
   <translation>&amp;Farbschema</translation>
  </message>
  <message>
   <source>This is &amp;wrong…</source>
   <translation>Das ist fal&amp;sch…</translation>
  </message>
 </context>
 <context>
  <name>audit</name>
  <message>
   <source>&amp;Not agreed</source>
   <translation>&amp;Nicht zugestimmt</translation>
  </message>
  <message>
   <source>(no name)</source>
   <translation>(kein Name)</translation>
  </message>
  <message>
   <source>A third party</source>
   <translation>Ein Dritter</translation>
  </message>
  <message>
   <source>A third party's, stored in this site's partition</source>
   <translation>Das eines Dritten, gespeichert in der Partition dieser Website</translation>
  </message>
  <message>
   <source>A&amp;greed</source>
   <translation>&amp;Zugestimmt</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Adresse</translation>
  </message>
  <message>
   <source>Agreed</source>
   <translation>Zugestimmt</translation>
  </message>
  <message>
   <source>Broken</source>
   <translation>Gebrochen</translation>
  </message>
  <message>
   <source>Cannot reach</source>
   <translation>Nicht erreichbar</translation>
  </message>
  <message>
   <source>Cannot tell</source>
   <translation>Nicht zu sagen</translation>
  </message>
  <message>
   <source>Certain</source>
   <translation>Gesichert</translation>
  </message>
  <message>
   <source>Choices that cookies record</source>
   <translation>Entscheidungen, die Cookies festhalten</translation>
  </message>
  <message>
   <source>Company</source>
   <translation>Unternehmen</translation>
  </message>
  <message>
   <source>Contradicted</source>
   <translation>Widerlegt</translation>
  </message>
  <message>
   <source>Contradicts</source>
   <translation>Widerspricht</translation>
  </message>
  <message>
   <source>Cookie</source>
   <translation>Cookie</translation>
  </message>
  <message>
   <source>Cookies</source>
   <translation>Cookies</translation>
  </message>
  <message>
   <source>Cookies by verdict</source>
   <translation>Cookies nach Urteil</translation>
  </message>
  <message>
   <source>Cookies that show it</source>
   <translation>Cookies, die es zeigen</translation>
  </message>
  <message>
   <source>Corrected by a person</source>
   <translation>Von einem Menschen berichtigt</translation>
  </message>
  <message>
   <source>Corrections</source>
   <translation>Korrekturen</translation>
  </message>
  <message>
   <source>Could not be read</source>
   <translation>Konnte nicht gelesen werden</translation>
  </message>
  <message>
   <source>Declared</source>
   <translation>Erklärt</translation>
  </message>
  <message>
   <source>Declared by</source>
   <translation>Erklärt durch</translation>
  </message>
  <message>
   <source>Does not stop</source>
   <translation>Stoppt nicht</translation>
  </message>
  <message>
   <source>Ends soon</source>
   <translation>Endet bald</translation>
  </message>
  <message>
   <source>Error</source>
   <translation>Fehler</translation>
  </message>
  <message>
   <source>Evidence</source>
   <translation>Belege</translation>
  </message>
  <message>
   <source>Finding</source>
   <translation>Befund</translation>
  </message>
  <message>
   <source>Findings</source>
   <translation>Befunde</translation>
  </message>
  <message>
   <source>Found</source>
   <translation>Gefunden</translation>
  </message>
  <message>
   <source>Found before, and not now</source>
   <translation>Zuvor gefunden, jetzt nicht</translation>
  </message>
  <message>
   <source>Found in</source>
   <translation>Gefunden in</translation>
  </message>
  <message>
   <source>Gone</source>
   <translation>Verschwunden</translation>
  </message>
  <message>
   <source>Good to know</source>
   <translation>Gut zu wissen</translation>
  </message>
  <message>
   <source>Host</source>
   <translation>Host</translation>
  </message>
  <message>
   <source>How</source>
   <translation>Wie</translation>
  </message>
  <message>
   <source>How grave it is</source>
   <translation>Wie schwer es wiegt</translation>
  </message>
  <message>
   <source>Ignored because</source>
   <translation>Ignoriert, weil</translation>
  </message>
  <message>
   <source>Ignored by the settings</source>
   <translation>Durch die Einstellungen ignoriert</translation>
  </message>
  <message>
   <source>In tension</source>
   <translation>In Spannung</translation>
  </message>
  <message>
   <source>In the policy</source>
   <translation>In der Richtlinie</translation>
  </message>
  <message>
   <source>In {count} partitions. Such as: {why}</source>
   <translation>In {count} Partitionen. Etwa: {why}</translation>
  </message>
  <message>
   <source>It may have been set on any site that this browser showed, so it is no finding here.</source>
   <translation>Es kann auf jeder Website gesetzt worden sein, die dieser Browser gezeigt hat, darum ist es hier kein Befund.</translation>
  </message>
  <message>
   <source>Its host is the site's own</source>
   <translation>Sein Host ist der eigene der Website</translation>
  </message>
  <message>
   <source>Its name</source>
   <translation>Sein Name</translation>
  </message>
  <message>
   <source>Kept</source>
   <translation>Gehalten</translation>
  </message>
  <message>
   <source>Knowledge</source>
   <translation>Wissen</translation>
  </message>
  <message>
   <source>Known</source>
   <translation>Bekannt</translation>
  </message>
  <message>
   <source>Lapsed</source>
   <translation>Verfallen</translation>
  </message>
  <message>
   <source>Lasts</source>
   <translation>Dauer</translation>
  </message>
  <message>
   <source>Level</source>
   <translation>Stufe</translation>
  </message>
  <message>
   <source>Lives</source>
   <translation>Lebt</translation>
  </message>
  <message>
   <source>Mark</source>
   <translation>Markierung</translation>
  </message>
  <message>
   <source>Measured with</source>
   <translation>Gemessen mit</translation>
  </message>
  <message>
   <source>Needs an account</source>
   <translation>Braucht ein Konto</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Neu</translation>
  </message>
  <message>
   <source>No way out is known of</source>
   <translation>Kein Ausweg ist bekannt für</translation>
  </message>
  <message>
   <source>No way out of this company is known.</source>
   <translation>Von diesem Unternehmen ist kein Ausweg bekannt.</translation>
  </message>
  <message>
   <source>Not agreed</source>
   <translation>Nicht zugestimmt</translation>
  </message>
  <message>
   <source>Not judged</source>
   <translation>Nicht beurteilt</translation>
  </message>
  <message>
   <source>Not measured</source>
   <translation>Nicht gemessen</translation>
  </message>
  <message>
   <source>Not seen</source>
   <translation>Nicht gesehen</translation>
  </message>
  <message>
   <source>Not stated</source>
   <translation>Nicht angegeben</translation>
  </message>
  <message>
   <source>Not testable</source>
   <translation>Nicht prüfbar</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Hinweis</translation>
  </message>
  <message>
   <source>Nothing says which site set it</source>
   <translation>Nichts sagt, welche Website es gesetzt hat</translation>
  </message>
  <message>
   <source>Of this site</source>
   <translation>Von dieser Website</translation>
  </message>
  <message>
   <source>Of unknown site</source>
   <translation>Website unbekannt</translation>
  </message>
  <message>
   <source>On your word that nothing but this site was visited</source>
   <translation>Auf Ihr Wort, dass nichts als diese Website besucht wurde</translation>
  </message>
  <message>
   <source>Opt-out</source>
   <translation>Opt-out</translation>
  </message>
  <message>
   <source>Other cookies</source>
   <translation>Andere Cookies</translation>
  </message>
  <message>
   <source>Outlives</source>
   <translation>Überdauert</translation>
  </message>
  <message>
   <source>Policy</source>
   <translation>Richtlinie</translation>
  </message>
  <message>
   <source>Profile</source>
   <translation>Profil</translation>
  </message>
  <message>
   <source>Program</source>
   <translation>Programm</translation>
  </message>
  <message>
   <source>Promise</source>
   <translation>Zusage</translation>
  </message>
  <message>
   <source>Purpose</source>
   <translation>Zweck</translation>
  </message>
  <message>
   <source>Quote</source>
   <translation>Zitat</translation>
  </message>
  <message>
   <source>Recorded</source>
   <translation>Vermerkt</translation>
  </message>
  <message>
   <source>Recorded is not honoured: no cookie shows what a company does with an opt-out.</source>
   <translation>Vermerkt heißt nicht geachtet: Kein Cookie zeigt, was ein Unternehmen mit einem Opt-out macht.</translation>
  </message>
  <message>
   <source>Rule</source>
   <translation>Regel</translation>
  </message>
  <message>
   <source>Said first</source>
   <translation>Zuerst gesagt</translation>
  </message>
  <message>
   <source>Set by</source>
   <translation>Gesetzt von</translation>
  </message>
  <message>
   <source>Set by an opt-out visit</source>
   <translation>Gesetzt durch einen Opt-out-Besuch</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>Shown by</source>
   <translation>Gezeigt durch</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>Seit</translation>
  </message>
  <message>
   <source>Spoken of</source>
   <translation>Erwähnt</translation>
  </message>
  <message>
   <source>Stops</source>
   <translation>Stoppt</translation>
  </message>
  <message>
   <source>Stored in another site's partition</source>
   <translation>In der Partition einer anderen Website gespeichert</translation>
  </message>
  <message>
   <source>The browser and profile that hold them</source>
   <translation>Der Browser und das Profil, die sie enthalten</translation>
  </message>
  <message>
   <source>The cookie</source>
   <translation>Das Cookie</translation>
  </message>
  <message>
   <source>The cookie or the sentence that was not judged</source>
   <translation>Das Cookie oder der Satz, der nicht beurteilt wurde</translation>
  </message>
  <message>
   <source>The host that it is sent to</source>
   <translation>Der Host, an den es gesendet wird</translation>
  </message>
  <message>
   <source>The last day on which it is ignored</source>
   <translation>Der letzte Tag, an dem es ignoriert wird</translation>
  </message>
  <message>
   <source>The policy claims to list or cover all cookies</source>
   <translation>Die Richtlinie behauptet, alle Cookies aufzuführen oder abzudecken</translation>
  </message>
  <message>
   <source>The policy says nothing that a cookie could be compared with</source>
   <translation>Die Richtlinie sagt nichts, womit ein Cookie verglichen werden könnte</translation>
  </message>
  <message>
   <source>The policy states purposes without claiming to list all cookies</source>
   <translation>Die Richtlinie nennt Zwecke, ohne zu behaupten, alle Cookies aufzuführen</translation>
  </message>
  <message>
   <source>The policy's words</source>
   <translation>Die Worte der Richtlinie</translation>
  </message>
  <message>
   <source>The reason that the settings give</source>
   <translation>Der Grund, den die Einstellungen nennen</translation>
  </message>
  <message>
   <source>The recording names the page that set it</source>
   <translation>Die Aufzeichnung nennt die Seite, die es gesetzt hat</translation>
  </message>
  <message>
   <source>The rule that found it</source>
   <translation>Die Regel, die es gefunden hat</translation>
  </message>
  <message>
   <source>The same company</source>
   <translation>Dasselbe Unternehmen</translation>
  </message>
  <message>
   <source>The site itself</source>
   <translation>Die Website selbst</translation>
  </message>
  <message>
   <source>The words that say so; sorted by their place in the text</source>
   <translation>Die Worte, die es sagen; sortiert nach ihrer Stelle im Text</translation>
  </message>
  <message>
   <source>To be &amp;decided</source>
   <translation>N&amp;och offen</translation>
  </message>
  <message>
   <source>To be decided</source>
   <translation>Noch offen</translation>
  </message>
  <message>
   <source>Undeclared</source>
   <translation>Nicht erklärt</translation>
  </message>
  <message>
   <source>Unknown</source>
   <translation>Unbekannt</translation>
  </message>
  <message>
   <source>Until</source>
   <translation>Bis</translation>
  </message>
  <message>
   <source>Until {day}</source>
   <translation>Bis {day}</translation>
  </message>
  <message>
   <source>Verdict</source>
   <translation>Urteil</translation>
  </message>
  <message>
   <source>Warning</source>
   <translation>Warnung</translation>
  </message>
  <message>
   <source>Ways out</source>
   <translation>Auswege</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>What became of the promise</source>
   <translation>Was aus der Zusage wurde</translation>
  </message>
  <message>
   <source>What it is for</source>
   <translation>Wofür es ist</translation>
  </message>
  <message>
   <source>What it is for, as far as is known</source>
   <translation>Wofür es ist, soweit bekannt</translation>
  </message>
  <message>
   <source>What it stops</source>
   <translation>Was es stoppt</translation>
  </message>
  <message>
   <source>What sites took note of</source>
   <translation>Was Websites sich vermerkt haben</translation>
  </message>
  <message>
   <source>What the cookies show of it</source>
   <translation>Was die Cookies davon zeigen</translation>
  </message>
  <message>
   <source>What the policy makes of the cookie</source>
   <translation>Was die Richtlinie aus dem Cookie macht</translation>
  </message>
  <message>
   <source>What the policy speaks of</source>
   <translation>Wovon die Richtlinie spricht</translation>
  </message>
  <message>
   <source>What to do</source>
   <translation>Was zu tun ist</translation>
  </message>
  <message>
   <source>What was found</source>
   <translation>Was gefunden wurde</translation>
  </message>
  <message>
   <source>What you said of it</source>
   <translation>Was Sie dazu gesagt haben</translation>
  </message>
  <message>
   <source>Whether it was found before, where it was compared with something</source>
   <translation>Ob es zuvor gefunden wurde, wo damit verglichen wurde</translation>
  </message>
  <message>
   <source>Whose cookies were found</source>
   <translation>Wessen Cookies gefunden wurden</translation>
  </message>
  <message>
   <source>Whose it is</source>
   <translation>Wem es gehört</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Warum</translation>
  </message>
  <message>
   <source>Why it is so</source>
   <translation>Warum es so ist</translation>
  </message>
  <message>
   <source>Why it was left aside</source>
   <translation>Warum es zurückgestellt wurde</translation>
  </message>
  <message>
   <source>Why it was not judged</source>
   <translation>Warum es nicht beurteilt wurde</translation>
  </message>
  <message>
   <source>Why not</source>
   <translation>Warum nicht</translation>
  </message>
  <message>
   <source>Why the verdict is so</source>
   <translation>Warum das Urteil so lautet</translation>
  </message>
  <message>
   <source>Your mark</source>
   <translation>Ihre Markierung</translation>
  </message>
  <message>
   <source>a cookie could show it, and none did</source>
   <translation>ein Cookie könnte es zeigen, und keines tat es</translation>
  </message>
  <message>
   <source>a cookie goes against it</source>
   <translation>ein Cookie verstößt dagegen</translation>
  </message>
  <message>
   <source>and {count} more</source>
   <translation>und {count} weitere</translation>
  </message>
  <message>
   <source>by a pattern of its name</source>
   <translation>durch ein Muster seines Namens</translation>
  </message>
  <message>
   <source>by a person's correction</source>
   <translation>durch die Berichtigung eines Menschen</translation>
  </message>
  <message>
   <source>by its company</source>
   <translation>durch sein Unternehmen</translation>
  </message>
  <message>
   <source>by its name</source>
   <translation>durch seinen Namen</translation>
  </message>
  <message>
   <source>by its purpose</source>
   <translation>durch seinen Zweck</translation>
  </message>
  <message>
   <source>for good</source>
   <translation>auf Dauer</translation>
  </message>
  <message>
   <source>it could not be judged</source>
   <translation>es konnte nicht beurteilt werden</translation>
  </message>
  <message>
   <source>it is hard to square with what was seen</source>
   <translation>es ist mit dem Gesehenen schwer zu vereinbaren</translation>
  </message>
  <message>
   <source>it is not right, or is no matter here</source>
   <translation>es ist nicht richtig oder hier ohne Belang</translation>
  </message>
  <message>
   <source>it is recorded, and the company identifies this browser all the same</source>
   <translation>es ist vermerkt, und das Unternehmen erkennt diesen Browser trotzdem</translation>
  </message>
  <message>
   <source>it is recorded, but not for long</source>
   <translation>es ist vermerkt, aber nicht für lange</translation>
  </message>
  <message>
   <source>it is right</source>
   <translation>es ist richtig</translation>
  </message>
  <message>
   <source>it is there; whether the company honours it cannot be seen</source>
   <translation>es ist da; ob das Unternehmen es achtet, ist nicht zu sehen</translation>
  </message>
  <message>
   <source>it lives longer than the policy says</source>
   <translation>es lebt länger, als die Richtlinie sagt</translation>
  </message>
  <message>
   <source>it was there and is no more</source>
   <translation>es war da und ist nicht mehr da</translation>
  </message>
  <message>
   <source>no cookie could show it</source>
   <translation>kein Cookie könnte es zeigen</translation>
  </message>
  <message>
   <source>no cookie would show it, or the value that decides was not read</source>
   <translation>kein Cookie würde es zeigen, oder der entscheidende Wert wurde nicht gelesen</translation>
  </message>
  <message>
   <source>no opt-out is recorded here</source>
   <translation>hier ist kein Opt-out vermerkt</translation>
  </message>
  <message>
   <source>nothing in the policy declares it</source>
   <translation>nichts in der Richtlinie erklärt es</translation>
  </message>
  <message>
   <source>only within {site}</source>
   <translation>nur innerhalb von {site}</translation>
  </message>
  <message>
   <source>somebody has to look at it again</source>
   <translation>jemand muss es noch einmal ansehen</translation>
  </message>
  <message>
   <source>the company's cookie</source>
   <translation>das Cookie des Unternehmens</translation>
  </message>
  <message>
   <source>the company's cookies are kept apart, where an opt-out does not get</source>
   <translation>die Cookies des Unternehmens werden getrennt gehalten, wohin ein Opt-out nicht gelangt</translation>
  </message>
  <message>
   <source>the example</source>
   <translation>das Beispiel</translation>
  </message>
  <message>
   <source>the history</source>
   <translation>der Verlauf</translation>
  </message>
  <message>
   <source>the opt-out</source>
   <translation>das Opt-out</translation>
  </message>
  <message>
   <source>the opt-outs</source>
   <translation>die Opt-outs</translation>
  </message>
  <message>
   <source>the policy declares it</source>
   <translation>die Richtlinie erklärt es</translation>
  </message>
  <message>
   <source>the policy does not speak of it, or too little to judge it</source>
   <translation>die Richtlinie spricht nicht davon oder zu wenig, um es zu beurteilen</translation>
  </message>
  <message>
   <source>the policy says that such a cookie is not used</source>
   <translation>die Richtlinie sagt, dass ein solches Cookie nicht verwendet wird</translation>
  </message>
  <message>
   <source>the sites</source>
   <translation>die Websites</translation>
  </message>
  <message>
   <source>what was seen agrees with it</source>
   <translation>was gesehen wurde, stimmt damit überein</translation>
  </message>
  <message>
   <source>{author}, {when}</source>
   <translation>{author}, {when}</translation>
  </message>
  <message>
   <source>{company} in {profile}: no cookie of it is there now, and no opt-out.</source>
   <translation>{company} in {profile}: Davon ist jetzt kein Cookie da und kein Opt-out.</translation>
  </message>
  <message>
   <source>{company} in {profile}: {state}. {why}</source>
   <translation>{company} in {profile}: {state}. {why}</translation>
  </message>
  <message>
   <source>{host}, under {site}</source>
   <translation>{host}, unter {site}</translation>
  </message>
  <message>
   <source>{mark}: {comment}</source>
   <translation>{mark}: {comment}</translation>
  </message>
  <message>
   <source>{name} of {host}</source>
   <translation>{name} von {host}</translation>
  </message>
  <message>
   <source>{purpose} (likely)</source>
   <translation>{purpose} (wahrscheinlich)</translation>
  </message>
  <message>
   <source>{why} Check again, reading values.</source>
   <translation>{why} Prüfen Sie erneut und lesen Sie dabei Werte.</translation>
  </message>
 </context>
 <context>
  <name>choose</name>
  <message>
   <source>Export marks</source>
   <translation>Markierungen exportieren</translation>
  </message>
  <message>
   <source>Export report</source>
   <translation>Bericht exportieren</translation>
  </message>
  <message>
   <source>Open baseline or saved report</source>
   <translation>Ausgangslage oder gespeicherten Bericht öffnen</translation>
  </message>
  <message>
   <source>Open cookie file</source>
   <translation>Cookie-Datei öffnen</translation>
  </message>
  <message>
   <source>Open policy</source>
   <translation>Richtlinie öffnen</translation>
  </message>
  <message>
   <source>Open profile folder</source>
   <translation>Profilordner öffnen</translation>
  </message>
  <message>
   <source>Open project</source>
   <translation>Projekt öffnen</translation>
  </message>
  <message>
   <source>Open settings</source>
   <translation>Einstellungen öffnen</translation>
  </message>
  <message>
   <source>Policies (*.md *.txt *.html *.htm *.pdf *.json *.yml *.yaml);;All files (*)</source>
   <translation>Richtlinien (*.md *.txt *.html *.htm *.pdf *.json *.yml *.yaml);;Alle Dateien (*)</translation>
  </message>
  <message>
   <source>Projects (*.cookies-project)</source>
   <translation>Projekte (*.cookies-project)</translation>
  </message>
  <message>
   <source>Projects (*.cookies-project);;All files (*)</source>
   <translation>Projekte (*.cookies-project);;Alle Dateien (*)</translation>
  </message>
  <message>
   <source>Save project</source>
   <translation>Projekt speichern</translation>
  </message>
 </context>
 <context>
  <name>claim</name>
  <message>
   <source>About</source>
   <translation>Über</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Adresse</translation>
  </message>
  <message>
   <source>Address today</source>
   <translation>Adresse heute</translation>
  </message>
  <message>
   <source>As printed</source>
   <translation>Wie gedruckt</translation>
  </message>
  <message>
   <source>By way of</source>
   <translation>Über</translation>
  </message>
  <message>
   <source>Cookie</source>
   <translation>Cookie</translation>
  </message>
  <message>
   <source>Cookies</source>
   <translation>Cookies</translation>
  </message>
  <message>
   <source>Copy of</source>
   <translation>Kopie von</translation>
  </message>
  <message>
   <source>Elsewhere it says the opposite</source>
   <translation>Anderswo sagt sie das Gegenteil</translation>
  </message>
  <message>
   <source>Field</source>
   <translation>Feld</translation>
  </message>
  <message>
   <source>How far</source>
   <translation>Wie weit</translation>
  </message>
  <message>
   <source>In its words</source>
   <translation>In ihren Worten</translation>
  </message>
  <message>
   <source>Kept in</source>
   <translation>Aufbewahrt in</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>Lifetime</source>
   <translation>Lebensdauer</translation>
  </message>
  <message>
   <source>Link</source>
   <translation>Link</translation>
  </message>
  <message>
   <source>Opt-out</source>
   <translation>Opt-out</translation>
  </message>
  <message>
   <source>Out of</source>
   <translation>Aus</translation>
  </message>
  <message>
   <source>Purpose</source>
   <translation>Zweck</translation>
  </message>
  <message>
   <source>Read from</source>
   <translation>Gelesen aus</translation>
  </message>
  <message>
   <source>Read on</source>
   <translation>Gelesen am</translation>
  </message>
  <message>
   <source>SHA-256</source>
   <translation>SHA-256</translation>
  </message>
  <message>
   <source>Says</source>
   <translation>Sagt</translation>
  </message>
  <message>
   <source>Set by</source>
   <translation>Gesetzt von</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>Quelle</translation>
  </message>
  <message>
   <source>What it says</source>
   <translation>Was sie sagt</translation>
  </message>
  <message>
   <source>a third party that is named</source>
   <translation>ein Dritter, der genannt wird</translation>
  </message>
  <message>
   <source>as printed</source>
   <translation>wie gedruckt</translation>
  </message>
  <message>
   <source>in exports</source>
   <translation>in Exporten</translation>
  </message>
  <message>
   <source>line {number} of its source</source>
   <translation>Zeile {number} der Quelle</translation>
  </message>
 </context>
 <context>
  <name>claims</name>
  <message>
   <source>Cookie {names}</source>
   <translation>Cookie {names}</translation>
  </message>
  <message>
   <source>Quote</source>
   <translation>Zitat</translation>
  </message>
  <message>
   <source>Says</source>
   <translation>Sagt</translation>
  </message>
  <message>
   <source>The words that say so; sorted by their place in the text</source>
   <translation>Die Worte, die es sagen; sortiert nach ihrer Stelle im Text</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>What the policy speaks of</source>
   <translation>Wovon die Richtlinie spricht</translation>
  </message>
  <message>
   <source>Whether it is declared or denied</source>
   <translation>Ob es erklärt oder verneint wird</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Wer</translation>
  </message>
  <message>
   <source>Whom it is said of</source>
   <translation>Von wem es gesagt wird</translation>
  </message>
 </context>
 <context>
  <name>columns</name>
  <message>
   <source>Browser</source>
   <translation>Browser</translation>
  </message>
  <message>
   <source>Container</source>
   <translation>Container</translation>
  </message>
  <message>
   <source>Expires</source>
   <translation>Läuft ab</translation>
  </message>
  <message>
   <source>First set</source>
   <translation>Zuerst gesetzt</translation>
  </message>
  <message>
   <source>Host</source>
   <translation>Host</translation>
  </message>
  <message>
   <source>How long it lives, counted from when it was last set</source>
   <translation>Wie lange es lebt, gezählt ab dem letzten Setzen</translation>
  </message>
  <message>
   <source>How sure the purpose is: sure, likely or a guess</source>
   <translation>Wie sicher der Zweck ist: sicher, wahrscheinlich oder vermutet</translation>
  </message>
  <message>
   <source>How sure: {word}</source>
   <translation>Wie sicher: {word}</translation>
  </message>
  <message>
   <source>How sure: {word}, {percent}</source>
   <translation>Wie sicher: {word}, {percent}</translation>
  </message>
  <message>
   <source>HttpOnly</source>
   <translation>HttpOnly</translation>
  </message>
  <message>
   <source>Last set</source>
   <translation>Zuletzt gesetzt</translation>
  </message>
  <message>
   <source>Last used</source>
   <translation>Zuletzt benutzt</translation>
  </message>
  <message>
   <source>Lifetime</source>
   <translation>Lebensdauer</translation>
  </message>
  <message>
   <source>Lifetime: {basis}</source>
   <translation>Lebensdauer: {basis}</translation>
  </message>
  <message>
   <source>Lives {span}, {basis}</source>
   <translation>Lebt {span}, {basis}</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Odd</source>
   <translation>Seltsam</translation>
  </message>
  <message>
   <source>Only within</source>
   <translation>Nur in</translation>
  </message>
  <message>
   <source>Path</source>
   <translation>Pfad</translation>
  </message>
  <message>
   <source>Purpose</source>
   <translation>Zweck</translation>
  </message>
  <message>
   <source>SameSite</source>
   <translation>SameSite</translation>
  </message>
  <message>
   <source>Secure</source>
   <translation>Secure</translation>
  </message>
  <message>
   <source>Session</source>
   <translation>Sitzung</translation>
  </message>
  <message>
   <source>Sure</source>
   <translation>Sicher</translation>
  </message>
  <message>
   <source>The Firefox container that holds it</source>
   <translation>Der Container von Firefox, der es enthält</translation>
  </message>
  <message>
   <source>The browser and profile that hold it</source>
   <translation>Der Browser und das Profil, die es enthalten</translation>
  </message>
  <message>
   <source>The day on which it was first set</source>
   <translation>Der Tag, an dem es zuerst gesetzt wurde</translation>
  </message>
  <message>
   <source>The day on which it was last read or sent</source>
   <translation>Der Tag, an dem es zuletzt gelesen oder gesendet wurde</translation>
  </message>
  <message>
   <source>The day on which it was last set or renewed</source>
   <translation>Der Tag, an dem es zuletzt gesetzt oder erneuert wurde</translation>
  </message>
  <message>
   <source>The day on which the browser deletes it</source>
   <translation>Der Tag, an dem der Browser es löscht</translation>
  </message>
  <message>
   <source>The host that the cookie is sent to</source>
   <translation>Der Host, an den das Cookie gesendet wird</translation>
  </message>
  <message>
   <source>The name that the site gave it; control characters are made visible</source>
   <translation>Der Name, den die Website ihm gab; Steuerzeichen werden sichtbar gemacht</translation>
  </message>
  <message>
   <source>The part of the host that it is sent to</source>
   <translation>Der Teil des Hosts, an den es gesendet wird</translation>
  </message>
  <message>
   <source>The site that a partitioned cookie is kept for</source>
   <translation>Die Website, für die ein partitioniertes Cookie aufbewahrt wird</translation>
  </message>
  <message>
   <source>Tracks</source>
   <translation>Tracking</translation>
  </message>
  <message>
   <source>Tracks: {tracks}; {says}</source>
   <translation>Verfolgt: {tracks}; {says}</translation>
  </message>
  <message>
   <source>Unknown</source>
   <translation>Unbekannt</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Wert</translation>
  </message>
  <message>
   <source>Vendor</source>
   <translation>Anbieter</translation>
  </message>
  <message>
   <source>Verdict</source>
   <translation>Urteil</translation>
  </message>
  <message>
   <source>Verdict: no audit has judged it</source>
   <translation>Urteil: keine Prüfung hat darüber geurteilt</translation>
  </message>
  <message>
   <source>Verdict: {word}, {meaning}</source>
   <translation>Urteil: {word}, {meaning}</translation>
  </message>
  <message>
   <source>What became of the value; the value itself stays hidden</source>
   <translation>Was aus dem Wert wurde; der Wert selbst bleibt verborgen</translation>
  </message>
  <message>
   <source>What is odd about the row in its store</source>
   <translation>Was an der Zeile in ihrem Speicher seltsam ist</translation>
  </message>
  <message>
   <source>What it is for has not been told yet</source>
   <translation>Wofür es ist, wurde noch nicht ermittelt</translation>
  </message>
  <message>
   <source>What the cookie is for; the details say why we think so</source>
   <translation>Wofür das Cookie ist; die Einzelheiten sagen, warum wir das meinen</translation>
  </message>
  <message>
   <source>What the last audit of its site said of it</source>
   <translation>Was die letzte Prüfung seiner Website dazu sagte</translation>
  </message>
  <message>
   <source>When the browser session ends</source>
   <translation>Wenn die Sitzung des Browsers endet</translation>
  </message>
  <message>
   <source>Whether it can recognise the browser again, on one site or across sites</source>
   <translation>Ob es den Browser wiedererkennen kann, auf einer Website oder über Websites hinweg</translation>
  </message>
  <message>
   <source>Whether it is hidden from scripts on a page</source>
   <translation>Ob es vor Skripten einer Seite verborgen ist</translation>
  </message>
  <message>
   <source>Whether it is sent over https only</source>
   <translation>Ob es nur über https gesendet wird</translation>
  </message>
  <message>
   <source>Whether it travels with requests that come from other sites</source>
   <translation>Ob es mit Anfragen reist, die von anderen Websites kommen</translation>
  </message>
  <message>
   <source>Whose cookie it is, where that is known</source>
   <translation>Wessen Cookie es ist, wo das bekannt ist</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keiner</translation>
  </message>
  <message>
   <source>{purpose}: {says}</source>
   <translation>{purpose}: {says}</translation>
  </message>
 </context>
 <context>
  <name>contacts</name>
  <message>
   <source>Allow it under File &gt; Settings, or give a file instead</source>
   <translation>Erlauben Sie es unter Datei &gt; Einstellungen oder geben Sie stattdessen eine Datei an</translation>
  </message>
  <message>
   <source>No host is contacted</source>
   <translation>Kein Host wird angefragt</translation>
  </message>
  <message>
   <source>your settings say so</source>
   <translation>Ihre Einstellungen sagen es so</translation>
  </message>
 </context>
 <context>
  <name>empty</name>
  <message>
   <source>Audit a site…</source>
   <translation>Eine Website prüfen…</translation>
  </message>
  <message>
   <source>Clear filter</source>
   <translation>Filter leeren</translation>
  </message>
  <message>
   <source>Everything was read, and there is not one cookie in it.</source>
   <translation>Alles wurde gelesen, und es ist kein einziges Cookie darin.</translation>
  </message>
  <message>
   <source>Finding out what they are for</source>
   <translation>Es wird ermittelt, wofür sie sind</translation>
  </message>
  <message>
   <source>Names, hosts and dates only; values stay where they are, and nothing is changed.</source>
   <translation>Nur Namen, Hosts und Daten; Werte bleiben, wo sie sind, und nichts wird verändert.</translation>
  </message>
  <message>
   <source>No cookie matches what is typed and chosen.</source>
   <translation>Kein Cookie passt zu dem, was eingegeben und gewählt ist.</translation>
  </message>
  <message>
   <source>No cookie store found</source>
   <translation>Kein Cookie-Speicher gefunden</translation>
  </message>
  <message>
   <source>No cookies</source>
   <translation>Keine Cookies</translation>
  </message>
  <message>
   <source>No site has been audited yet</source>
   <translation>Noch wurde keine Website geprüft</translation>
  </message>
  <message>
   <source>None of these places holds one. If your browser lives elsewhere, open its store.</source>
   <translation>Keiner dieser Orte enthält einen. Liegt Ihr Browser anderswo, öffnen Sie seinen Speicher.</translation>
  </message>
  <message>
   <source>Nothing could be read</source>
   <translation>Nichts konnte gelesen werden</translation>
  </message>
  <message>
   <source>Nothing was read yet</source>
   <translation>Noch wurde nichts gelesen</translation>
  </message>
  <message>
   <source>Open cookie file…</source>
   <translation>Cookie-Datei öffnen…</translation>
  </message>
  <message>
   <source>Places that were looked in</source>
   <translation>Orte, an denen gesucht wurde</translation>
  </message>
  <message>
   <source>Read again</source>
   <translation>Erneut lesen</translation>
  </message>
  <message>
   <source>Read my browsers</source>
   <translation>Meine Browser lesen</translation>
  </message>
  <message>
   <source>Reading the browsers</source>
   <translation>Browser werden gelesen</translation>
  </message>
  <message>
   <source>Reading was stopped before the first cookie came.</source>
   <translation>Das Lesen wurde angehalten, bevor das erste Cookie kam.</translation>
  </message>
  <message>
   <source>Show issues</source>
   <translation>Probleme zeigen</translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>Angehalten</translation>
  </message>
  <message>
   <source>The cookies are read. Those that you ask for are shown as soon as it is known which they are.</source>
   <translation>Die Cookies sind gelesen. Die verlangten erscheinen, sobald bekannt ist, welche es sind.</translation>
  </message>
  <message>
   <source>The filter asks for purposes, and they could not be told. The issues say why.</source>
   <translation>Der Filter fragt nach Zwecken, und diese konnten nicht ermittelt werden. Die Probleme sagen, warum.</translation>
  </message>
  <message>
   <source>The filter asks for verdicts. An audit gives them: of one site, against its policy.</source>
   <translation>Der Filter fragt nach Urteilen. Eine Prüfung gibt sie: von einer Website, gegen ihre Richtlinie.</translation>
  </message>
  <message>
   <source>The filter hides every cookie</source>
   <translation>Der Filter blendet jedes Cookie aus</translation>
  </message>
  <message>
   <source>There may well be cookies. The issues say what stood in the way and what you can do.</source>
   <translation>Es kann durchaus Cookies geben. Die Probleme sagen, was im Weg stand und was Sie tun können.</translation>
  </message>
  <message>
   <source>What they are for is not known</source>
   <translation>Wofür sie sind, ist nicht bekannt</translation>
  </message>
  <message>
   <source>Your settings say that browsers are read when you ask for it.</source>
   <translation>Nach Ihren Einstellungen werden Browser erst gelesen, wenn Sie es verlangen.</translation>
  </message>
 </context>
 <context>
  <name>facets</name>
  <message>
   <source>A third party</source>
   <translation>Ein Dritter</translation>
  </message>
  <message>
   <source>Company</source>
   <translation>Unternehmen</translation>
  </message>
  <message>
   <source>Lifetime</source>
   <translation>Lebensdauer</translation>
  </message>
  <message>
   <source>More than a year</source>
   <translation>Mehr als ein Jahr</translation>
  </message>
  <message>
   <source>Not known</source>
   <translation>Nicht bekannt</translation>
  </message>
  <message>
   <source>Purpose</source>
   <translation>Zweck</translation>
  </message>
  <message>
   <source>Same company</source>
   <translation>Dasselbe Unternehmen</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>Website</translation>
  </message>
  <message>
   <source>The site itself</source>
   <translation>Die Website selbst</translation>
  </message>
  <message>
   <source>Tracks</source>
   <translation>Tracking</translation>
  </message>
  <message>
   <source>Until it is closed</source>
   <translation>Bis er geschlossen wird</translation>
  </message>
  <message>
   <source>Up to a day</source>
   <translation>Bis zu einem Tag</translation>
  </message>
  <message>
   <source>Up to a month</source>
   <translation>Bis zu einem Monat</translation>
  </message>
  <message>
   <source>Up to a year</source>
   <translation>Bis zu einem Jahr</translation>
  </message>
  <message>
   <source>Verdict</source>
   <translation>Urteil</translation>
  </message>
  <message>
   <source>Whose it is</source>
   <translation>Wem es gehört</translation>
  </message>
  <message>
   <source>{kind}: {title}, {cookies}</source>
   <translation>{kind}: {title}, {cookies}</translation>
  </message>
 </context>
 <context>
  <name>facts</name>
  <message numerus="yes">
   <source>%Ln bytes</source>
   <translation>
    <numerusform>%Ln Byte</numerusform>
    <numerusform>%Ln Bytes</numerusform>
   </translation>
  </message>
  <message>
   <source>(no host)</source>
   <translation>(kein Host)</translation>
  </message>
  <message>
   <source>(no name)</source>
   <translation>(kein Name)</translation>
  </message>
  <message>
   <source>1 byte</source>
   <translation>1 Byte</translation>
  </message>
  <message>
   <source>Another site between</source>
   <translation>Andere Website dazwischen</translation>
  </message>
  <message>
   <source>As of {year}</source>
   <translation>Stand {year}</translation>
  </message>
  <message>
   <source>Asked for</source>
   <translation>Verlangt</translation>
  </message>
  <message>
   <source>Attributes</source>
   <translation>Attribute</translation>
  </message>
  <message>
   <source>Because</source>
   <translation>Weil</translation>
  </message>
  <message>
   <source>Browser</source>
   <translation>Browser</translation>
  </message>
  <message>
   <source>By the address</source>
   <translation>Nach der Adresse</translation>
  </message>
  <message>
   <source>Compartment</source>
   <translation>Abteil</translation>
  </message>
  <message>
   <source>Container</source>
   <translation>Container</translation>
  </message>
  <message>
   <source>Cookie</source>
   <translation>Cookie</translation>
  </message>
  <message>
   <source>Cookie id</source>
   <translation>Cookie-Kennung</translation>
  </message>
  <message>
   <source>Could not be told; the issues say why.</source>
   <translation>Konnte nicht ermittelt werden; die Probleme sagen, warum.</translation>
  </message>
  <message>
   <source>Disputed</source>
   <translation>Strittig</translation>
  </message>
  <message>
   <source>Does not stop: {what}</source>
   <translation>Stoppt nicht: {what}</translation>
  </message>
  <message>
   <source>Encryption</source>
   <translation>Verschlüsselung</translation>
  </message>
  <message>
   <source>Exact times (UTC)</source>
   <translation>Genaue Zeiten (UTC)</translation>
  </message>
  <message>
   <source>Expires</source>
   <translation>Läuft ab</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>First set</source>
   <translation>Zuerst gesetzt</translation>
  </message>
  <message>
   <source>First-party domain</source>
   <translation>First-Party-Domain</translation>
  </message>
  <message>
   <source>Group</source>
   <translation>Gruppe</translation>
  </message>
  <message>
   <source>Host</source>
   <translation>Host</translation>
  </message>
  <message>
   <source>How sure</source>
   <translation>Wie sicher</translation>
  </message>
  <message>
   <source>How to opt out</source>
   <translation>Wie Sie widersprechen</translation>
  </message>
  <message>
   <source>HttpOnly</source>
   <translation>HttpOnly</translation>
  </message>
  <message>
   <source>Knowledge</source>
   <translation>Wissen</translation>
  </message>
  <message>
   <source>Last set</source>
   <translation>Zuletzt gesetzt</translation>
  </message>
  <message>
   <source>Last used</source>
   <translation>Zuletzt benutzt</translation>
  </message>
  <message>
   <source>Length</source>
   <translation>Länge</translation>
  </message>
  <message>
   <source>Lifetime</source>
   <translation>Lebensdauer</translation>
  </message>
  <message>
   <source>Lives</source>
   <translation>Lebt</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>No way out of this vendor is known to us.</source>
   <translation>Uns ist kein Ausweg von diesem Anbieter bekannt.</translation>
  </message>
  <message>
   <source>Nobody has confirmed the address to us</source>
   <translation>Niemand hat uns die Adresse bestätigt</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Keine</translation>
  </message>
  <message>
   <source>Not known</source>
   <translation>Nicht bekannt</translation>
  </message>
  <message>
   <source>Not recorded</source>
   <translation>Nicht vermerkt</translation>
  </message>
  <message>
   <source>Not recorded when it was set</source>
   <translation>Nicht vermerkt, wann es gesetzt wurde</translation>
  </message>
  <message>
   <source>Odd about this row</source>
   <translation>Seltsam an dieser Zeile</translation>
  </message>
  <message>
   <source>On the page</source>
   <translation>Auf der Seite</translation>
  </message>
  <message>
   <source>Only within</source>
   <translation>Nur in</translation>
  </message>
  <message>
   <source>Origin</source>
   <translation>Herkunft</translation>
  </message>
  <message>
   <source>Partitioned</source>
   <translation>Partitioniert</translation>
  </message>
  <message>
   <source>Party</source>
   <translation>Beteiligter</translation>
  </message>
  <message>
   <source>Path</source>
   <translation>Pfad</translation>
  </message>
  <message>
   <source>Port</source>
   <translation>Port</translation>
  </message>
  <message>
   <source>Priority</source>
   <translation>Priorität</translation>
  </message>
  <message>
   <source>Private window</source>
   <translation>Privates Fenster</translation>
  </message>
  <message>
   <source>Profile</source>
   <translation>Profil</translation>
  </message>
  <message>
   <source>Purpose</source>
   <translation>Zweck</translation>
  </message>
  <message>
   <source>SameSite</source>
   <translation>SameSite</translation>
  </message>
  <message>
   <source>Secure</source>
   <translation>Secure</translation>
  </message>
  <message>
   <source>Sent to</source>
   <translation>Gesendet an</translation>
  </message>
  <message>
   <source>Set by</source>
   <translation>Gesetzt von</translation>
  </message>
  <message>
   <source>Set over</source>
   <translation>Gesetzt über</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Zustand</translation>
  </message>
  <message>
   <source>Stops: {what}</source>
   <translation>Stoppt: {what}</translation>
  </message>
  <message>
   <source>Store changed</source>
   <translation>Speicher geändert</translation>
  </message>
  <message>
   <source>Store version</source>
   <translation>Version des Speichers</translation>
  </message>
  <message>
   <source>Stored</source>
   <translation>Gespeichert</translation>
  </message>
  <message>
   <source>The address has moved before</source>
   <translation>Die Adresse ist schon einmal umgezogen</translation>
  </message>
  <message>
   <source>This cookie is your opt-out. Keep it.</source>
   <translation>Dieses Cookie ist Ihr Opt-out. Behalten Sie es.</translation>
  </message>
  <message>
   <source>This host and all its subdomains</source>
   <translation>Dieser Host und alle seine Subdomains</translation>
  </message>
  <message>
   <source>This host only</source>
   <translation>Nur dieser Host</translation>
  </message>
  <message>
   <source>This host; whether subdomains get it is unknown</source>
   <translation>Dieser Host; ob Subdomains es bekommen, ist unbekannt</translation>
  </message>
  <message>
   <source>This is being found out…</source>
   <translation>Das wird gerade ermittelt…</translation>
  </message>
  <message>
   <source>Tracking</source>
   <translation>Tracking</translation>
  </message>
  <message>
   <source>Tracks</source>
   <translation>Tracking</translation>
  </message>
  <message>
   <source>Unknown</source>
   <translation>Unbekannt</translation>
  </message>
  <message>
   <source>Unknown name</source>
   <translation>Unbekannter Name</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Wert</translation>
  </message>
  <message>
   <source>Vendor</source>
   <translation>Anbieter</translation>
  </message>
  <message>
   <source>Version {version}</source>
   <translation>Version {version}</translation>
  </message>
  <message>
   <source>What it is for</source>
   <translation>Wofür es ist</translation>
  </message>
  <message>
   <source>When the browser session ends</source>
   <translation>Wenn die Sitzung des Browsers endet</translation>
  </message>
  <message>
   <source>Where it is</source>
   <translation>Wo es ist</translation>
  </message>
  <message>
   <source>Why we think so</source>
   <translation>Warum wir das meinen</translation>
  </message>
  <message>
   <source>You must be signed in</source>
   <translation>Sie müssen angemeldet sein</translation>
  </message>
  <message>
   <source>and</source>
   <translation>und</translation>
  </message>
  <message>
   <source>and on {count} more pages</source>
   <translation>und auf {count} weiteren Seiten</translation>
  </message>
  <message>
   <source>confidence {percent}</source>
   <translation>Sicherheit {percent}</translation>
  </message>
  <message>
   <source>encrypted with a key that other programs do not get</source>
   <translation>verschlüsselt mit einem Schlüssel, den andere Programme nicht bekommen</translation>
  </message>
  <message>
   <source>hidden from scripts</source>
   <translation>vor Skripten verborgen</translation>
  </message>
  <message>
   <source>it could not be decrypted</source>
   <translation>es konnte nicht entschlüsselt werden</translation>
  </message>
  <message>
   <source>its checksum names a host other than this cookie's</source>
   <translation>seine Prüfsumme nennt einen anderen Host als den dieses Cookies</translation>
  </message>
  <message>
   <source>its header was recorded</source>
   <translation>sein Header wurde aufgezeichnet</translation>
  </message>
  <message>
   <source>kept apart for each site you visit</source>
   <translation>getrennt gehalten für jede Website, die Sie besuchen</translation>
  </message>
  <message>
   <source>may travel over http too</source>
   <translation>darf auch über http reisen</translation>
  </message>
  <message>
   <source>of {day}</source>
   <translation>vom {day}</translation>
  </message>
  <message>
   <source>retired: it was last known to work in {year}</source>
   <translation>eingestellt: Zuletzt hat es nachweislich {year} funktioniert</translation>
  </message>
  <message>
   <source>scripts on a page can read it</source>
   <translation>Skripte einer Seite können es lesen</translation>
  </message>
  <message>
   <source>sent over https only</source>
   <translation>nur über https gesendet</translation>
  </message>
  <message>
   <source>the moment when the browser upgraded its store, not a renewal</source>
   <translation>der Moment, in dem der Browser seinen Speicher umstellte, keine Erneuerung</translation>
  </message>
  <message>
   <source>the same in every export</source>
   <translation>dieselbe in jedem Export</translation>
  </message>
  <message>
   <source>values are secret; the window reads what is around them</source>
   <translation>Werte sind geheim; das Fenster liest, was um sie herum steht</translation>
  </message>
 </context>
 <context>
  <name>history</name>
  <message>
   <source>1 store</source>
   <translation>1 Speicher</translation>
  </message>
  <message>
   <source>All browsers</source>
   <translation>Alle Browser</translation>
  </message>
  <message>
   <source>Browser</source>
   <translation>Browser</translation>
  </message>
  <message>
   <source>Browser and profile</source>
   <translation>Browser und Profil</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Änderung</translation>
  </message>
  <message>
   <source>Choose a snapshot to compare with what is shown, or two to compare them.</source>
   <translation>Wählen Sie eine Momentaufnahme, um sie mit dem Gezeigten zu vergleichen, oder zwei, um sie miteinander zu vergleichen.</translation>
  </message>
  <message>
   <source>Cookies</source>
   <translation>Cookies</translation>
  </message>
  <message>
   <source>Forget</source>
   <translation>Vergessen</translation>
  </message>
  <message>
   <source>Forget a site</source>
   <translation>Eine Website vergessen</translation>
  </message>
  <message>
   <source>Forget this site in every snapshot, with its subdomains:</source>
   <translation>Diese Website in jeder Momentaufnahme vergessen, samt ihren Subdomains:</translation>
  </message>
  <message>
   <source>Host</source>
   <translation>Host</translation>
  </message>
  <message>
   <source>How many cookies are kept of it</source>
   <translation>Wie viele Cookies davon aufbewahrt sind</translation>
  </message>
  <message>
   <source>How the cookie differs</source>
   <translation>Wie sich das Cookie unterscheidet</translation>
  </message>
  <message>
   <source>HttpOnly</source>
   <translation>HttpOnly</translation>
  </message>
  <message>
   <source>Left out, because not read both times: {stores}.</source>
   <translation>Weggelassen, weil nicht beide Male gelesen: {stores}.</translation>
  </message>
  <message>
   <source>Looked at</source>
   <translation>Angesehen</translation>
  </message>
  <message>
   <source>Missing</source>
   <translation>Fehlt</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Nothing could be compared: no store was read both times.</source>
   <translation>Nichts konnte verglichen werden: Kein Speicher wurde beide Male gelesen.</translation>
  </message>
  <message>
   <source>Of {number}, it cannot be told whether the value changed.</source>
   <translation>Bei {number} lässt sich nicht sagen, ob sich der Wert geändert hat.</translation>
  </message>
  <message>
   <source>Only within</source>
   <translation>Nur in</translation>
  </message>
  <message>
   <source>Partitioned</source>
   <translation>Partitioniert</translation>
  </message>
  <message>
   <source>SameSite</source>
   <translation>SameSite</translation>
  </message>
  <message>
   <source>Secure</source>
   <translation>Secure</translation>
  </message>
  <message>
   <source>Taken</source>
   <translation>Aufgenommen</translation>
  </message>
  <message>
   <source>The cookie's name</source>
   <translation>Der Name des Cookies</translation>
  </message>
  <message>
   <source>The host that it belongs to</source>
   <translation>Der Host, zu dem es gehört</translation>
  </message>
  <message>
   <source>The site under which it is kept apart</source>
   <translation>Die Website, unter der es getrennt gehalten wird</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>What could not be read, or was forgotten later</source>
   <translation>Was nicht gelesen werden konnte oder später vergessen wurde</translation>
  </message>
  <message>
   <source>What is different</source>
   <translation>Was anders ist</translation>
  </message>
  <message>
   <source>What the scan was asked for</source>
   <translation>Wonach beim Lesen gefragt war</translation>
  </message>
  <message>
   <source>When the scan was made</source>
   <translation>Wann gelesen wurde</translation>
  </message>
  <message>
   <source>a site was forgotten</source>
   <translation>eine Website wurde vergessen</translation>
  </message>
  <message>
   <source>not everything was read</source>
   <translation>nicht alles wurde gelesen</translation>
  </message>
  <message>
   <source>port</source>
   <translation>Port</translation>
  </message>
  <message>
   <source>priority</source>
   <translation>Priorität</translation>
  </message>
  <message>
   <source>reach</source>
   <translation>Reichweite</translation>
  </message>
  <message>
   <source>session cookie</source>
   <translation>Sitzungscookie</translation>
  </message>
  <message>
   <source>set by</source>
   <translation>gesetzt von</translation>
  </message>
  <message>
   <source>set over</source>
   <translation>gesetzt über</translation>
  </message>
  <message>
   <source>what is shown now</source>
   <translation>was jetzt gezeigt wird</translation>
  </message>
  <message>
   <source>{before} → {after}: {new} new, {gone} gone, {changed} changed, {same} the same.</source>
   <translation>{before} → {after}: {new} neu, {gone} verschwunden, {changed} geändert, {same} gleich.</translation>
  </message>
  <message>
   <source>{names}, values read</source>
   <translation>{names}, Werte gelesen</translation>
  </message>
  <message>
   <source>{number} stores</source>
   <translation>{number} Speicher</translation>
  </message>
  <message>
   <source>{stores} not read</source>
   <translation>{stores} nicht gelesen</translation>
  </message>
  <message>
   <source>{word}, perhaps</source>
   <translation>{word}, vielleicht</translation>
  </message>
 </context>
 <context>
  <name>overview</name>
  <message>
   <source>By group: {groups}</source>
   <translation>Nach Gruppe: {groups}</translation>
  </message>
  <message>
   <source>Cookies</source>
   <translation>Cookies</translation>
  </message>
  <message>
   <source>Issues: {number}; something could not be read, or is odd</source>
   <translation>Probleme: {number}; etwas konnte nicht gelesen werden oder ist seltsam</translation>
  </message>
  <message>
   <source>No site has been audited: whether promises are kept is not known yet</source>
   <translation>Keine Website wurde geprüft: Ob Zusagen gehalten werden, ist noch nicht bekannt</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>and {number} more files</source>
   <translation>und {number} weitere Dateien</translation>
  </message>
  <message>
   <source>cookie</source>
   <translation>Cookie</translation>
  </message>
  <message>
   <source>cookies</source>
   <translation>Cookies</translation>
  </message>
  <message>
   <source>known companies</source>
   <translation>bekannte Unternehmen</translation>
  </message>
  <message>
   <source>known company</source>
   <translation>bekanntes Unternehmen</translation>
  </message>
  <message>
   <source>not read</source>
   <translation>nicht gelesen</translation>
  </message>
  <message>
   <source>track across sites</source>
   <translation>verfolgen über Websites hinweg</translation>
  </message>
  <message>
   <source>tracks across sites</source>
   <translation>verfolgt über Websites hinweg</translation>
  </message>
  <message>
   <source>{cookies} can recognise the browser on more than one site</source>
   <translation>{cookies}: Wiedererkennen auf mehr als einer Website möglich</translation>
  </message>
  <message>
   <source>{cookies} looked at by audits, and none found to go against a policy</source>
   <translation>{cookies} von Prüfungen angesehen, und keines verstößt nach Befund gegen eine Richtlinie</translation>
  </message>
  <message>
   <source>{cookies} with a life of more than a year</source>
   <translation>{cookies}: Lebensdauer von mehr als einem Jahr</translation>
  </message>
  <message>
   <source>{cookies}: purpose not known</source>
   <translation>{cookies}: Zweck nicht bekannt</translation>
  </message>
  <message>
   <source>{cookies}: tracking not known</source>
   <translation>{cookies}: Verfolgung nicht bekannt</translation>
  </message>
  <message>
   <source>{cookies}: {verdict}, {meaning}</source>
   <translation>{cookies}: {verdict}, {meaning}</translation>
  </message>
  <message>
   <source>{number} more</source>
   <translation>{number} weitere</translation>
  </message>
  <message>
   <source>{number} not known</source>
   <translation>{number} nicht bekannt</translation>
  </message>
 </context>
 <context>
  <name>pages</name>
  <message>
   <source>&amp;Audit</source>
   <translation>Prüfun&amp;g</translation>
  </message>
  <message>
   <source>&amp;Cookies</source>
   <translation>&amp;Cookies</translation>
  </message>
  <message>
   <source>&amp;Opt-outs</source>
   <translation>&amp;Opt-outs</translation>
  </message>
  <message>
   <source>&amp;Policy</source>
   <translation>Rich&amp;tlinie</translation>
  </message>
  <message>
   <source>&amp;Test a site</source>
   <translation>&amp;Website testen</translation>
  </message>
  <message>
   <source>O&amp;verview</source>
   <translation>Ü&amp;bersicht</translation>
  </message>
  <message>
   <source>Visit a site with a browser and see everything it does with cookies</source>
   <translation>Eine Website mit einem Browser besuchen und alles sehen, was sie mit Cookies tut</translation>
  </message>
  <message>
   <source>Ways out of the companies found, and what cookies show of them</source>
   <translation>Auswege von den gefundenen Unternehmen, und was Cookies davon zeigen</translation>
  </message>
  <message>
   <source>What a site declares</source>
   <translation>Was eine Website erklärt</translation>
  </message>
  <message>
   <source>What is here, and what was found</source>
   <translation>Was hier ist, und was gefunden wurde</translation>
  </message>
  <message>
   <source>What the browsers hold</source>
   <translation>Was die Browser enthalten</translation>
  </message>
  <message>
   <source>What was promised against what is there</source>
   <translation>Was versprochen wurde, gegen das, was da ist</translation>
  </message>
 </context>
 <context>
  <name>policy</name>
  <message numerus="yes">
   <source>%Ln claims</source>
   <translation>
    <numerusform>%Ln Aussage</numerusform>
    <numerusform>%Ln Aussagen</numerusform>
   </translation>
  </message>
  <message>
   <source>1 claim</source>
   <translation>1 Aussage</translation>
  </message>
  <message>
   <source>A cookie by name</source>
   <translation>Ein Cookie mit Namen</translation>
  </message>
  <message>
   <source>A policy from an address</source>
   <translation>Eine Richtlinie von einer Adresse</translation>
  </message>
  <message>
   <source>A third party</source>
   <translation>Ein Dritter</translation>
  </message>
  <message>
   <source>Advertising</source>
   <translation>Werbung</translation>
  </message>
  <message>
   <source>Analytics</source>
   <translation>Analyse</translation>
  </message>
  <message>
   <source>Archived {date}</source>
   <translation>Archiviert {date}</translation>
  </message>
  <message>
   <source>Both</source>
   <translation>Beide</translation>
  </message>
  <message>
   <source>Children and age</source>
   <translation>Kinder und Alter</translation>
  </message>
  <message>
   <source>Choice: Do Not Track</source>
   <translation>Wahl: Do Not Track</translation>
  </message>
  <message>
   <source>Choice: browser settings</source>
   <translation>Wahl: Einstellungen des Browsers</translation>
  </message>
  <message>
   <source>Choice: consent or a settings panel</source>
   <translation>Wahl: Einwilligung oder Einstellungsfenster</translation>
  </message>
  <message>
   <source>Cookies are used</source>
   <translation>Cookies werden verwendet</translation>
  </message>
  <message>
   <source>Cookies for the session only</source>
   <translation>Cookies nur für die Sitzung</translation>
  </message>
  <message>
   <source>Cookies of third parties</source>
   <translation>Cookies von Dritten</translation>
  </message>
  <message>
   <source>Cookies that persist</source>
   <translation>Cookies, die bleiben</translation>
  </message>
  <message>
   <source>Dated {date}</source>
   <translation>Datiert {date}</translation>
  </message>
  <message>
   <source>Declared</source>
   <translation>Erklärt</translation>
  </message>
  <message>
   <source>Denied</source>
   <translation>Verneint</translation>
  </message>
  <message>
   <source>Following visitors across sites</source>
   <translation>Besuchern über Websites hinweg folgen</translation>
  </message>
  <message>
   <source>For advertising</source>
   <translation>Für Werbung</translation>
  </message>
  <message>
   <source>For analytics</source>
   <translation>Für Analysen</translation>
  </message>
  <message>
   <source>For logging in</source>
   <translation>Zum Anmelden</translation>
  </message>
  <message>
   <source>For preferences</source>
   <translation>Für Vorlieben</translation>
  </message>
  <message>
   <source>For security</source>
   <translation>Für die Sicherheit</translation>
  </message>
  <message>
   <source>For social media</source>
   <translation>Für soziale Medien</translation>
  </message>
  <message>
   <source>For the shopping cart</source>
   <translation>Für den Warenkorb</translation>
  </message>
  <message>
   <source>In force since {date}</source>
   <translation>In Kraft seit {date}</translation>
  </message>
  <message>
   <source>Language not recognised</source>
   <translation>Sprache nicht erkannt</translation>
  </message>
  <message>
   <source>Last updated {date}</source>
   <translation>Zuletzt geändert {date}</translation>
  </message>
  <message>
   <source>Lists its cookies</source>
   <translation>Führt ihre Cookies auf</translation>
  </message>
  <message>
   <source>Logging in</source>
   <translation>Anmelden</translation>
  </message>
  <message>
   <source>Names its cookies</source>
   <translation>Nennt ihre Cookies</translation>
  </message>
  <message>
   <source>Names its cookies and says that these are all</source>
   <translation>Nennt ihre Cookies und sagt, dass dies alle sind</translation>
  </message>
  <message>
   <source>Names neither cookies nor purposes</source>
   <translation>Nennt weder Cookies noch Zwecke</translation>
  </message>
  <message>
   <source>Necessary</source>
   <translation>Notwendig</translation>
  </message>
  <message>
   <source>Necessary cookies</source>
   <translation>Notwendige Cookies</translation>
  </message>
  <message>
   <source>No date found</source>
   <translation>Kein Datum gefunden</translation>
  </message>
  <message>
   <source>No date of its own; archived {date}</source>
   <translation>Kein eigenes Datum; archiviert {date}</translation>
  </message>
  <message>
   <source>No number</source>
   <translation>Keine Zahl</translation>
  </message>
  <message>
   <source>Not stated</source>
   <translation>Nicht angegeben</translation>
  </message>
  <message>
   <source>One kind of cookie</source>
   <translation>Eine Art von Cookie</translation>
  </message>
  <message>
   <source>One page or part of the site</source>
   <translation>Eine Seite oder ein Teil der Website</translation>
  </message>
  <message>
   <source>One purpose</source>
   <translation>Ein Zweck</translation>
  </message>
  <message>
   <source>Only under a condition</source>
   <translation>Nur unter einer Bedingung</translation>
  </message>
  <message>
   <source>Opt-out: {name}</source>
   <translation>Opt-out: {name}</translation>
  </message>
  <message>
   <source>Other sites</source>
   <translation>Andere Websites</translation>
  </message>
  <message>
   <source>Other storage</source>
   <translation>Anderer Speicher</translation>
  </message>
  <message>
   <source>Pasted text</source>
   <translation>Eingefügter Text</translation>
  </message>
  <message>
   <source>Personal data in cookies</source>
   <translation>Personenbezogene Daten in Cookies</translation>
  </message>
  <message>
   <source>Personal data is passed on</source>
   <translation>Personenbezogene Daten werden weitergegeben</translation>
  </message>
  <message>
   <source>Personal data is sold</source>
   <translation>Personenbezogene Daten werden verkauft</translation>
  </message>
  <message>
   <source>Preferences</source>
   <translation>Vorlieben</translation>
  </message>
  <message>
   <source>Purposes are stated</source>
   <translation>Zwecke sind angegeben</translation>
  </message>
  <message>
   <source>Refers to another page</source>
   <translation>Verweist auf eine andere Seite</translation>
  </message>
  <message>
   <source>Refers to another page for its cookies</source>
   <translation>Verweist für ihre Cookies auf eine andere Seite</translation>
  </message>
  <message>
   <source>Says that this is all it uses cookies for</source>
   <translation>Sagt, dass dies alles ist, wofür sie Cookies verwendet</translation>
  </message>
  <message>
   <source>Security</source>
   <translation>Sicherheit</translation>
  </message>
  <message>
   <source>Session</source>
   <translation>Sitzung</translation>
  </message>
  <message>
   <source>Shopping cart</source>
   <translation>Warenkorb</translation>
  </message>
  <message>
   <source>Social media</source>
   <translation>Soziale Medien</translation>
  </message>
  <message>
   <source>States purposes, no list of cookies</source>
   <translation>Nennt Zwecke, keine Liste von Cookies</translation>
  </message>
  <message>
   <source>The DART cookie</source>
   <translation>Das DART-Cookie</translation>
  </message>
  <message>
   <source>The list is complete</source>
   <translation>Die Liste ist vollständig</translation>
  </message>
  <message>
   <source>The policy's date</source>
   <translation>Das Datum der Richtlinie</translation>
  </message>
  <message>
   <source>The site</source>
   <translation>Die Website</translation>
  </message>
  <message>
   <source>The site's own cookies</source>
   <translation>Eigene Cookies der Website</translation>
  </message>
  <message>
   <source>Third parties</source>
   <translation>Dritte</translation>
  </message>
  <message>
   <source>Third party: {name}</source>
   <translation>Dritter: {name}</translation>
  </message>
  <message>
   <source>Visiting anonymously</source>
   <translation>Anonymer Besuch</translation>
  </message>
  <message>
   <source>Without limits</source>
   <translation>Ohne Einschränkung</translation>
  </message>
  <message>
   <source>at most</source>
   <translation>höchstens</translation>
  </message>
  <message>
   <source>counted from the last visit</source>
   <translation>gezählt ab dem letzten Besuch</translation>
  </message>
  <message>
   <source>counted from when it is set</source>
   <translation>gezählt ab dem Setzen</translation>
  </message>
  <message>
   <source>counted without activity</source>
   <translation>gezählt ohne Aktivität</translation>
  </message>
  <message>
   <source>it persists; no number is given</source>
   <translation>es bleibt; keine Zahl wird genannt</translation>
  </message>
  <message>
   <source>several different lifetimes are stated</source>
   <translation>mehrere verschiedene Lebensdauern werden genannt</translation>
  </message>
  <message>
   <source>until something happens; no number is given</source>
   <translation>bis etwas geschieht; keine Zahl wird genannt</translation>
  </message>
  <message>
   <source>until the browser session ends</source>
   <translation>bis die Sitzung des Browsers endet</translation>
  </message>
 </context>
 <context>
  <name>preferences</name>
  <message>
   <source>Choose anew under File &gt; Settings; the file is written again then</source>
   <translation>Wählen Sie neu unter Datei &gt; Einstellungen; die Datei wird dann neu geschrieben</translation>
  </message>
  <message>
   <source>Choose it anew under File &gt; Settings</source>
   <translation>Wählen Sie sie neu unter Datei &gt; Einstellungen</translation>
  </message>
  <message>
   <source>The setting {name} is not understood, so its default holds</source>
   <translation>Die Einstellung {name} wird nicht verstanden, darum gilt ihre Voreinstellung</translation>
  </message>
  <message>
   <source>The settings of the window cannot be read, so the defaults hold</source>
   <translation>Die Einstellungen des Fensters können nicht gelesen werden, darum gelten die Voreinstellungen</translation>
  </message>
  <message>
   <source>the file is damaged</source>
   <translation>die Datei ist beschädigt</translation>
  </message>
  <message>
   <source>the file says “{text}”</source>
   <translation>in der Datei steht „{text}“</translation>
  </message>
 </context>
 <context>
  <name>problems</name>
  <message>
   <source>Result</source>
   <translation>Ergebnis</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>What to do</source>
   <translation>Was zu tun ist</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>Wo</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Warum</translation>
  </message>
 </context>
 <context>
  <name>projects</name>
  <message numerus="yes">
   <source>%Ln findings</source>
   <translation>
    <numerusform>%Ln Befund</numerusform>
    <numerusform>%Ln Befunde</numerusform>
   </translation>
  </message>
  <message>
   <source>1 finding</source>
   <translation>1 Befund</translation>
  </message>
  <message>
   <source>Comment on {findings}</source>
   <translation>Kommentar zu {findings}</translation>
  </message>
  <message>
   <source>Label of {name}</source>
   <translation>Zweck von {name}</translation>
  </message>
  <message>
   <source>Mark of {findings}</source>
   <translation>Markierung von {findings}</translation>
  </message>
  <message>
   <source>No label of {name}</source>
   <translation>Kein Zweck von {name}</translation>
  </message>
  <message>
   <source>No mark on {findings}</source>
   <translation>Keine Markierung an {findings}</translation>
  </message>
  <message>
   <source>Save them in a project file, or they are deleted.</source>
   <translation>Speichern Sie sie in einer Projektdatei, sonst werden sie gelöscht.</translation>
  </message>
  <message>
   <source>Save your marks?</source>
   <translation>Ihre Markierungen speichern?</translation>
  </message>
  <message>
   <source>Your marks and labels are in no project yet.</source>
   <translation>Ihre Markierungen und Zwecke sind noch in keinem Projekt.</translation>
  </message>
 </context>
 <context>
  <name>recognised</name>
  <message>
   <source>A browser's cookie store, or a folder of such</source>
   <translation>Der Cookie-Speicher eines Browsers oder ein Ordner mit solchen</translation>
  </message>
  <message>
   <source>A folder</source>
   <translation>Ein Ordner</translation>
  </message>
  <message>
   <source>A guess: nothing else fits</source>
   <translation>Eine Vermutung: Nichts sonst passt</translation>
  </message>
  <message>
   <source>A project of this program</source>
   <translation>Ein Projekt dieses Programms</translation>
  </message>
  <message>
   <source>A recorded visit</source>
   <translation>Ein aufgezeichneter Besuch</translation>
  </message>
  <message>
   <source>How sure</source>
   <translation>Wie sicher</translation>
  </message>
  <message>
   <source>Its cookies; values stay hidden and in memory</source>
   <translation>Seine Cookies; Werte bleiben verborgen und im Speicher</translation>
  </message>
  <message>
   <source>Likely</source>
   <translation>Vermutlich</translation>
  </message>
  <message>
   <source>Names, hosts and dates; no value, no key</source>
   <translation>Namen, Hosts und Daten; kein Wert, kein Schlüssel</translation>
  </message>
  <message>
   <source>Not recognised</source>
   <translation>Nicht erkannt</translation>
  </message>
  <message>
   <source>Nothing</source>
   <translation>Nichts</translation>
  </message>
  <message>
   <source>Nothing that is known</source>
   <translation>Nichts, was bekannt ist</translation>
  </message>
  <message>
   <source>Recognised as</source>
   <translation>Erkannt als</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>Sure</source>
   <translation>Sicher</translation>
  </message>
  <message>
   <source>The cookies that were seen on the visit</source>
   <translation>Die Cookies, die beim Besuch gesehen wurden</translation>
  </message>
  <message>
   <source>The project: its sources, policy and marks</source>
   <translation>Das Projekt: seine Quellen, Richtlinie und Markierungen</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>What is read</source>
   <translation>Was gelesen wird</translation>
  </message>
 </context>
 <context>
  <name>settings</name>
  <message>
   <source>&amp;At the start</source>
   <translation>Beim Sta&amp;rt</translation>
  </message>
  <message>
   <source>&amp;Clear a copied value after</source>
   <translation>&amp;Kopierten Wert löschen nach</translation>
  </message>
  <message>
   <source>&amp;Hide a value after</source>
   <translation>&amp;Wert verbergen nach</translation>
  </message>
  <message>
   <source>&amp;Language</source>
   <translation>&amp;Sprache</translation>
  </message>
  <message>
   <source>&amp;Motion</source>
   <translation>&amp;Bewegung</translation>
  </message>
  <message>
   <source>&amp;Network</source>
   <translation>&amp;Netz</translation>
  </message>
  <message>
   <source>&amp;Theme</source>
   <translation>&amp;Farbschema</translation>
  </message>
  <message>
   <source>A value that you had shown is hidden again, and as soon as the window is left.</source>
   <translation>Ein Wert, den Sie sich zeigen ließen, wird wieder verborgen, auch sobald das Fenster verlassen wird.</translation>
  </message>
  <message>
   <source>As the system</source>
   <translation>Wie das System</translation>
  </message>
  <message>
   <source>Ask each time before a host is contacted</source>
   <translation>Jedes Mal fragen, bevor ein Host angefragt wird</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Dunkel</translation>
  </message>
  <message>
   <source>For policies from an address and tests of a site. Opt-outs open in your browser, which you see.</source>
   <translation>Für Richtlinien von einer Adresse und Tests einer Website. Opt-outs öffnen sich in Ihrem Browser, was Sie sehen.</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Hell</translation>
  </message>
  <message>
   <source>Names, hosts and dates only; no value is read and no keyring asked.</source>
   <translation>Nur Namen, Hosts und Daten; kein Wert wird gelesen und kein Schlüsselbund gefragt.</translation>
  </message>
  <message>
   <source>Never contact a host</source>
   <translation>Nie einen Host anfragen</translation>
  </message>
  <message>
   <source>Of the system's size. Text follows at once, some widths at the next start.</source>
   <translation>Von der Größe des Systems. Text folgt sofort, manche Breiten beim nächsten Start.</translation>
  </message>
  <message>
   <source>Read all browsers</source>
   <translation>Alle Browser lesen</translation>
  </message>
  <message>
   <source>Read nothing until I ask</source>
   <translation>Nichts lesen, bis ich es verlange</translation>
  </message>
  <message>
   <source>Reduced: nothing moves by itself</source>
   <translation>Vermindert: Nichts bewegt sich von selbst</translation>
  </message>
  <message>
   <source>Takes effect at the next start.</source>
   <translation>Wirkt beim nächsten Start.</translation>
  </message>
  <message>
   <source>Text &amp;size</source>
   <translation>Text&amp;größe</translation>
  </message>
  <message>
   <source>The clipboard is cleared only if it still holds that value.</source>
   <translation>Die Zwischenablage wird nur geleert, wenn sie noch diesen Wert enthält.</translation>
  </message>
 </context>
 <context>
  <name>shortcuts</name>
  <message>
   <source>Go to the next control, or back</source>
   <translation>Zum nächsten Bedienelement gehen oder zurück</translation>
  </message>
  <message>
   <source>Key</source>
   <translation>Taste</translation>
  </message>
  <message>
   <source>Show only, or hide, what the chosen cell stands for</source>
   <translation>Nur zeigen oder ausblenden, wofür die gewählte Zelle steht</translation>
  </message>
  <message>
   <source>Switch a filter at the left on or off</source>
   <translation>Einen Filter links ein- oder ausschalten</translation>
  </message>
  <message>
   <source>Take what the filter line offers</source>
   <translation>Übernehmen, was die Filterzeile anbietet</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
 </context>
 <context>
  <name>stores</name>
  <message numerus="yes">
   <source>%Ln stores</source>
   <translation>
    <numerusform>%Ln Speicher</numerusform>
    <numerusform>%Ln Speicher</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>, %Ln not read</source>
   <translation>
    <numerusform>, %Ln nicht gelesen</numerusform>
    <numerusform>, %Ln nicht gelesen</numerusform>
   </translation>
  </message>
  <message>
   <source>1 store</source>
   <translation>1 Speicher</translation>
  </message>
  <message>
   <source>All browsers</source>
   <translation>Alle Browser</translation>
  </message>
  <message>
   <source>Changed {when}</source>
   <translation>Geändert {when}</translation>
  </message>
  <message>
   <source>Could not be read</source>
   <translation>Konnte nicht gelesen werden</translation>
  </message>
  <message>
   <source>Not read</source>
   <translation>Nicht gelesen</translation>
  </message>
  <message>
   <source>Partly read</source>
   <translation>Teilweise gelesen</translation>
  </message>
  <message>
   <source>Read</source>
   <translation>Lesen</translation>
  </message>
  <message>
   <source>not read</source>
   <translation>nicht gelesen</translation>
  </message>
 </context>
 <context>
  <name>table</name>
  <message>
   <source>none</source>
   <translation>keine</translation>
  </message>
 </context>
 <context>
  <name>tasks</name>
  <message>
   <source>it stopped unexpectedly</source>
   <translation>es hielt unerwartet an</translation>
  </message>
 </context>
 <context>
  <name>visit</name>
  <message numerus="yes">
   <source>%Ln times</source>
   <translation>
    <numerusform>%Ln Mal</numerusform>
    <numerusform>%Ln Mal</numerusform>
   </translation>
  </message>
  <message>
   <source>&amp;HAR</source>
   <translation>H&amp;AR</translation>
  </message>
  <message>
   <source>&amp;Markdown</source>
   <translation>&amp;Markdown</translation>
  </message>
  <message>
   <source>&amp;Report on the visit</source>
   <translation>&amp;Bericht über den Besuch</translation>
  </message>
  <message>
   <source>A button that the scenario names</source>
   <translation>Eine Schaltfläche, die das Szenario nennt</translation>
  </message>
  <message>
   <source>A check for robots instead of the page</source>
   <translation>Eine Prüfung auf Roboter statt der Seite</translation>
  </message>
  <message>
   <source>A later visit</source>
   <translation>Ein späterer Besuch</translation>
  </message>
  <message>
   <source>A person, who marked it</source>
   <translation>Ein Mensch, der es markiert hat</translation>
  </message>
  <message>
   <source>A phase that began, or a cookie that was first asked for</source>
   <translation>Eine Phase, die begann, oder ein Cookie, das zuerst verlangt wurde</translation>
  </message>
  <message>
   <source>A policy's file</source>
   <translation>Die Datei einer Richtlinie</translation>
  </message>
  <message>
   <source>A wall instead of the page</source>
   <translation>Eine Schranke statt der Seite</translation>
  </message>
  <message>
   <source>Accepted</source>
   <translation>Angenommen</translation>
  </message>
  <message>
   <source>After</source>
   <translation>Nach</translation>
  </message>
  <message>
   <source>After a refusal</source>
   <translation>Nach einer Ablehnung</translation>
  </message>
  <message>
   <source>Afterwards this program itself asks for the policy that the page links to, over https.</source>
   <translation>Danach fragt dieses Programm selbst nach der Richtlinie, auf die die Seite verweist, über https.</translation>
  </message>
  <message>
   <source>All is accepted, by a known banner's button</source>
   <translation>Alles wird angenommen, durch die Schaltfläche eines bekannten Banners</translation>
  </message>
  <message>
   <source>All is refused, then a later visit</source>
   <translation>Alles wird abgelehnt, dann ein späterer Besuch</translation>
  </message>
  <message>
   <source>An error instead of the page</source>
   <translation>Ein Fehler statt der Seite</translation>
  </message>
  <message>
   <source>Another site</source>
   <translation>Eine andere Website</translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>Antwort</translation>
  </message>
  <message>
   <source>Answer of {interface}</source>
   <translation>Antwort von {interface}</translation>
  </message>
  <message>
   <source>Answered</source>
   <translation>Beantwortet</translation>
  </message>
  <message>
   <source>As the browser is delivered</source>
   <translation>Wie der Browser geliefert wird</translation>
  </message>
  <message>
   <source>Asked</source>
   <translation>Verlangt</translation>
  </message>
  <message>
   <source>Asked address</source>
   <translation>Angefragte Adresse</translation>
  </message>
  <message>
   <source>Asked for</source>
   <translation>Verlangt</translation>
  </message>
  <message>
   <source>Asked for, and refused</source>
   <translation>Verlangt und abgelehnt</translation>
  </message>
  <message>
   <source>Asked for; whether it was kept is not known</source>
   <translation>Verlangt; ob es behalten wurde, ist nicht bekannt</translation>
  </message>
  <message>
   <source>Asked to live</source>
   <translation>Verlangte Dauer</translation>
  </message>
  <message>
   <source>Before any choice</source>
   <translation>Vor jeder Wahl</translation>
  </message>
  <message>
   <source>Biography, from the beginning of the run at {moment}</source>
   <translation>Werdegang, ab dem Beginn des Durchgangs um {moment}</translation>
  </message>
  <message>
   <source>Both, one after the other</source>
   <translation>Beide, nacheinander</translation>
  </message>
  <message>
   <source>Browser</source>
   <translation>Browser</translation>
  </message>
  <message>
   <source>Browser and mode</source>
   <translation>Browser und Modus</translation>
  </message>
  <message>
   <source>By whom</source>
   <translation>Durch wen</translation>
  </message>
  <message>
   <source>Called by {place}</source>
   <translation>Aufgerufen von {place}</translation>
  </message>
  <message>
   <source>Choices</source>
   <translation>Entscheidungen</translation>
  </message>
  <message>
   <source>Choose a file…</source>
   <translation>Datei wählen…</translation>
  </message>
  <message>
   <source>Closed itself</source>
   <translation>Hat sich selbst geschlossen</translation>
  </message>
  <message>
   <source>Consent timeline</source>
   <translation>Zeitleiste der Einwilligung</translation>
  </message>
  <message>
   <source>Content</source>
   <translation>Inhalt</translation>
  </message>
  <message>
   <source>Cookie</source>
   <translation>Cookie</translation>
  </message>
  <message>
   <source>Cookies (&amp;CSV)</source>
   <translation>Cookies (&amp;CSV)</translation>
  </message>
  <message>
   <source>Cookies (&amp;JSON)</source>
   <translation>Cookies (&amp;JSON)</translation>
  </message>
  <message>
   <source>Cookies kept for the visited site only</source>
   <translation>Cookies, nur für die besuchte Website behalten</translation>
  </message>
  <message>
   <source>Cookies of which the browser did not say what became of them</source>
   <translation>Cookies, von denen der Browser nicht sagte, was aus ihnen wurde</translation>
  </message>
  <message>
   <source>Cookies that the browser kept, those in a partition too</source>
   <translation>Cookies, die der Browser behalten hat, auch die in einer Partition</translation>
  </message>
  <message>
   <source>Cookies that the browser never kept</source>
   <translation>Cookies, die der Browser nie behalten hat</translation>
  </message>
  <message>
   <source>Cookies that the site asked for</source>
   <translation>Cookies, die die Website verlangt hat</translation>
  </message>
  <message>
   <source>Could not be reached</source>
   <translation>Konnte nicht erreicht werden</translation>
  </message>
  <message>
   <source>Crashed</source>
   <translation>Abgestürzt</translation>
  </message>
  <message>
   <source>Cut short</source>
   <translation>Abgebrochen</translation>
  </message>
  <message>
   <source>Declaration of {platform}</source>
   <translation>Erklärung von {platform}</translation>
  </message>
  <message>
   <source>Did not answer in time</source>
   <translation>Hat nicht rechtzeitig geantwortet</translation>
  </message>
  <message>
   <source>Done, I chose nothing</source>
   <translation>Fertig, ich habe nichts gewählt</translation>
  </message>
  <message>
   <source>Each run has a fresh profile, which is removed; your own profiles are not touched. The site can tell that a program drives the browser.</source>
   <translation>Jeder Durchgang hat ein frisches Profil, das entfernt wird; Ihre eigenen Profile werden nicht angerührt. Die Website kann merken, dass ein Programm den Browser steuert.</translation>
  </message>
  <message>
   <source>Filled: kept. Struck through: refused, or its fate is not known.</source>
   <translation>Gefüllt: behalten. Durchgestrichen: abgelehnt, oder sein Verbleib ist nicht bekannt.</translation>
  </message>
  <message>
   <source>First</source>
   <translation>Zuerst</translation>
  </message>
  <message>
   <source>First written by</source>
   <translation>Zuerst geschrieben von</translation>
  </message>
  <message>
   <source>Global Privacy Control is sent</source>
   <translation>Global Privacy Control wird gesendet</translation>
  </message>
  <message>
   <source>Global Privacy Control sent</source>
   <translation>Global Privacy Control gesendet</translation>
  </message>
  <message>
   <source>Host</source>
   <translation>Host</translation>
  </message>
  <message>
   <source>How long after the beginning of its run</source>
   <translation>Wie lange nach dem Beginn seines Durchgangs</translation>
  </message>
  <message>
   <source>How often it was asked for</source>
   <translation>Wie oft es verlangt wurde</translation>
  </message>
  <message>
   <source>I accepted</source>
   <translation>Ich habe angenommen</translation>
  </message>
  <message>
   <source>I choose myself, in the browser's window</source>
   <translation>Ich wähle selbst, im Fenster des Browsers</translation>
  </message>
  <message>
   <source>I refused</source>
   <translation>Ich habe abgelehnt</translation>
  </message>
  <message>
   <source>In the browser's jar</source>
   <translation>Im Cookie-Speicher des Browsers</translation>
  </message>
  <message>
   <source>In the frame {address}</source>
   <translation>Im Frame {address}</translation>
  </message>
  <message>
   <source>In the jar at the end of</source>
   <translation>Im Cookie-Speicher am Ende von</translation>
  </message>
  <message>
   <source>In the other runs</source>
   <translation>In den anderen Durchgängen</translation>
  </message>
  <message>
   <source>In this run</source>
   <translation>In diesem Durchgang</translation>
  </message>
  <message>
   <source>Its cookies</source>
   <translation>Ihre Cookies</translation>
  </message>
  <message>
   <source>Its name</source>
   <translation>Sein Name</translation>
  </message>
  <message>
   <source>Its purpose, as far as is known</source>
   <translation>Sein Zweck, soweit bekannt</translation>
  </message>
  <message>
   <source>Kept for</source>
   <translation>Behalten für</translation>
  </message>
  <message>
   <source>Keys, words or the name of a file; never what is stored under a key</source>
   <translation>Schlüssel, Wörter oder der Name einer Datei; nie, was unter einem Schlüssel gespeichert ist</translation>
  </message>
  <message>
   <source>Led there by</source>
   <translation>Dorthin geführt durch</translation>
  </message>
  <message>
   <source>Link to a policy</source>
   <translation>Link zu einer Richtlinie</translation>
  </message>
  <message>
   <source>Local storage</source>
   <translation>Lokaler Speicher</translation>
  </message>
  <message>
   <source>Measured</source>
   <translation>Gemessen</translation>
  </message>
  <message>
   <source>Met on the way</source>
   <translation>Unterwegs angetroffen</translation>
  </message>
  <message>
   <source>No file</source>
   <translation>Keine Datei</translation>
  </message>
  <message>
   <source>Nobody did anything</source>
   <translation>Niemand hat etwas getan</translation>
  </message>
  <message>
   <source>Not in the browser's jar any more</source>
   <translation>Nicht mehr im Cookie-Speicher des Browsers</translation>
  </message>
  <message>
   <source>Not known</source>
   <translation>Nicht bekannt</translation>
  </message>
  <message>
   <source>Not looked at</source>
   <translation>Nicht angesehen</translation>
  </message>
  <message>
   <source>Not measured</source>
   <translation>Nicht gemessen</translation>
  </message>
  <message>
   <source>Not recorded</source>
   <translation>Nicht vermerkt</translation>
  </message>
  <message>
   <source>Not stored</source>
   <translation>Nicht gespeichert</translation>
  </message>
  <message>
   <source>Nothing</source>
   <translation>Nichts</translation>
  </message>
  <message>
   <source>Nothing chosen</source>
   <translation>Nichts gewählt</translation>
  </message>
  <message>
   <source>Nothing is clicked</source>
   <translation>Nichts wird angeklickt</translation>
  </message>
  <message>
   <source>Nothing is clicked, then a later visit</source>
   <translation>Nichts wird angeklickt, dann ein späterer Besuch</translation>
  </message>
  <message>
   <source>On {page}</source>
   <translation>Auf {page}</translation>
  </message>
  <message>
   <source>Once</source>
   <translation>Einmal</translation>
  </message>
  <message>
   <source>One run of the visit</source>
   <translation>Ein Durchgang des Besuchs</translation>
  </message>
  <message>
   <source>Open an earlier visit</source>
   <translation>Einen früheren Besuch öffnen</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>Ausgang</translation>
  </message>
  <message>
   <source>Page</source>
   <translation>Seite</translation>
  </message>
  <message>
   <source>Partition</source>
   <translation>Partition</translation>
  </message>
  <message>
   <source>Partitioned</source>
   <translation>Partitioniert</translation>
  </message>
  <message>
   <source>Phase</source>
   <translation>Phase</translation>
  </message>
  <message>
   <source>Phase not known</source>
   <translation>Phase nicht bekannt</translation>
  </message>
  <message>
   <source>Picture</source>
   <translation>Bild</translation>
  </message>
  <message>
   <source>Picture of the page</source>
   <translation>Bild der Seite</translation>
  </message>
  <message>
   <source>Receipt of the re&amp;fusal</source>
   <translation>Bel&amp;eg der Ablehnung</translation>
  </message>
  <message>
   <source>Recorded in</source>
   <translation>Aufgezeichnet in</translation>
  </message>
  <message>
   <source>Refused</source>
   <translation>Abgelehnt</translation>
  </message>
  <message>
   <source>Report on the &amp;audit</source>
   <translation>Bericht über die &amp;Prüfung</translation>
  </message>
  <message>
   <source>Requests</source>
   <translation>Anfragen</translation>
  </message>
  <message>
   <source>Requests that began after the visitor had refused</source>
   <translation>Anfragen, die begannen, nachdem der Besucher abgelehnt hatte</translation>
  </message>
  <message>
   <source>Requests that carried cookies</source>
   <translation>Anfragen, die Cookies trugen</translation>
  </message>
  <message>
   <source>Requests while nothing was chosen</source>
   <translation>Anfragen, solange nichts gewählt war</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Save the visit's folder in</source>
   <translation>Den Ordner des Besuchs speichern in</translation>
  </message>
  <message>
   <source>Scenario</source>
   <translation>Szenario</translation>
  </message>
  <message>
   <source>Self-test</source>
   <translation>Selbsttest</translation>
  </message>
  <message>
   <source>Session storage</source>
   <translation>Sitzungsspeicher</translation>
  </message>
  <message>
   <source>Set</source>
   <translation>Gesetzt</translation>
  </message>
  <message>
   <source>Set again</source>
   <translation>Erneut gesetzt</translation>
  </message>
  <message>
   <source>Stored</source>
   <translation>Gespeichert</translation>
  </message>
  <message>
   <source>Stored, for this site only</source>
   <translation>Gespeichert, nur für diese Website</translation>
  </message>
  <message>
   <source>Taken away</source>
   <translation>Weggenommen</translation>
  </message>
  <message>
   <source>The &amp;visit's folder, to open again</source>
   <translation>Der Ordner des Besuchs, zum &amp;Wiederöffnen</translation>
  </message>
  <message>
   <source>The address is {address}. One run: {runs}.</source>
   <translation>Die Adresse ist {address}. Ein Durchgang: {runs}.</translation>
  </message>
  <message>
   <source>The address is {address}. {count} runs, one after the other: {runs}.</source>
   <translation>Die Adresse ist {address}. {count} Durchgänge, nacheinander: {runs}.</translation>
  </message>
  <message>
   <source>The browser opens a window: choose there, and mark here what you did, once in each run.</source>
   <translation>Der Browser öffnet ein Fenster: Wählen Sie dort und markieren Sie hier, was Sie getan haben, einmal in jedem Durchgang.</translation>
  </message>
  <message>
   <source>The consent platform's own button</source>
   <translation>Die eigene Schaltfläche der Einwilligungsplattform</translation>
  </message>
  <message>
   <source>The host that it is sent to</source>
   <translation>Der Host, an den es gesendet wird</translation>
  </message>
  <message>
   <source>The last lifetime that was asked for</source>
   <translation>Die letzte Lebensdauer, die verlangt wurde</translation>
  </message>
  <message>
   <source>The lifetime that the browser stored</source>
   <translation>Die Lebensdauer, die der Browser gespeichert hat</translation>
  </message>
  <message>
   <source>The page</source>
   <translation>Die Seite</translation>
  </message>
  <message>
   <source>The phase in which it was first asked for</source>
   <translation>Die Phase, in der es zuerst verlangt wurde</translation>
  </message>
  <message>
   <source>The policy that the page links to</source>
   <translation>Die Richtlinie, auf die die Seite verweist</translation>
  </message>
  <message>
   <source>The request or the script that first asked for it</source>
   <translation>Die Anfrage oder das Skript, das es zuerst verlangt hat</translation>
  </message>
  <message>
   <source>The run</source>
   <translation>Der Durchgang</translation>
  </message>
  <message>
   <source>The run that it was seen in</source>
   <translation>Der Durchgang, in dem es gesehen wurde</translation>
  </message>
  <message>
   <source>The run was carried through</source>
   <translation>Der Durchgang wurde zu Ende geführt</translation>
  </message>
  <message>
   <source>The run was stopped: what it had seen by then is told</source>
   <translation>Der Durchgang wurde angehalten: Was bis dahin gesehen wurde, wird gezeigt</translation>
  </message>
  <message>
   <source>The site itself</source>
   <translation>Die Website selbst</translation>
  </message>
  <message>
   <source>The site itself was not seen, so nothing is clean</source>
   <translation>Die Website selbst wurde nicht gesehen, also ist nichts sauber</translation>
  </message>
  <message>
   <source>Then the addresses in {file} are opened, wherever they lead.</source>
   <translation>Dann werden die Adressen in {file} geöffnet, wohin auch immer sie führen.</translation>
  </message>
  <message>
   <source>Third parties allowed</source>
   <translation>Dritte erlaubt</translation>
  </message>
  <message>
   <source>Third parties' cookies are not stored</source>
   <translation>Cookies von Dritten werden nicht gespeichert</translation>
  </message>
  <message>
   <source>Third parties' cookies are stored</source>
   <translation>Cookies von Dritten werden gespeichert</translation>
  </message>
  <message>
   <source>Third parties' cookies are stored, each site's apart</source>
   <translation>Cookies von Dritten werden gespeichert, für jede Website getrennt</translation>
  </message>
  <message>
   <source>Up to {count} of the page's own links are opened after it.</source>
   <translation>Bis zu {count} der eigenen Links der Seite werden danach geöffnet.</translation>
  </message>
  <message>
   <source>Visited</source>
   <translation>Besucht</translation>
  </message>
  <message>
   <source>Web page (&amp;HTML)</source>
   <translation>Webseite (&amp;HTML)</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>What became of it</source>
   <translation>Was daraus wurde</translation>
  </message>
  <message>
   <source>What came of it</source>
   <translation>Was dabei herauskam</translation>
  </message>
  <message>
   <source>What for</source>
   <translation>Wofür</translation>
  </message>
  <message>
   <source>What had been chosen by then</source>
   <translation>Was bis dahin gewählt war</translation>
  </message>
  <message>
   <source>What it is for</source>
   <translation>Wofür es ist</translation>
  </message>
  <message>
   <source>What the policy makes of it</source>
   <translation>Was die Richtlinie daraus macht</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>Wo</translation>
  </message>
  <message>
   <source>Whether it belongs to the visited site</source>
   <translation>Ob es zur besuchten Website gehört</translation>
  </message>
  <message>
   <source>Whether the browser kept it in this run</source>
   <translation>Ob der Browser es in diesem Durchgang behalten hat</translation>
  </message>
  <message>
   <source>Whether the run was carried through</source>
   <translation>Ob der Durchgang zu Ende geführt wurde</translation>
  </message>
  <message>
   <source>Whether third parties' cookies are stored is not known</source>
   <translation>Ob Cookies von Dritten gespeichert werden, ist nicht bekannt</translation>
  </message>
  <message>
   <source>Who chose, or who wrote the cookie</source>
   <translation>Wer gewählt oder wer das Cookie geschrieben hat</translation>
  </message>
  <message>
   <source>Whose</source>
   <translation>Wessen</translation>
  </message>
  <message>
   <source>With a window</source>
   <translation>Mit einem Fenster</translation>
  </message>
  <message>
   <source>With another value</source>
   <translation>Mit einem anderen Wert</translation>
  </message>
  <message>
   <source>With cookies</source>
   <translation>Mit Cookies</translation>
  </message>
  <message>
   <source>With the same value</source>
   <translation>Mit demselben Wert</translation>
  </message>
  <message>
   <source>and {count} more</source>
   <translation>und {count} weitere</translation>
  </message>
  <message>
   <source>as delivered</source>
   <translation>wie geliefert</translation>
  </message>
  <message>
   <source>asked by a browser, on a visit</source>
   <translation>von einem Browser angefragt, bei einem Besuch</translation>
  </message>
  <message>
   <source>at an unknown time</source>
   <translation>zu unbekannter Zeit</translation>
  </message>
  <message>
   <source>in an unknown mode</source>
   <translation>in einem unbekannten Modus</translation>
  </message>
  <message>
   <source>no reason given</source>
   <translation>kein Grund angegeben</translation>
  </message>
  <message>
   <source>the browsers of this computer</source>
   <translation>die Browser dieses Computers</translation>
  </message>
  <message>
   <source>the visit</source>
   <translation>der Besuch</translation>
  </message>
  <message>
   <source>third parties allowed</source>
   <translation>Dritte erlaubt</translation>
  </message>
  <message>
   <source>{browsers} will open {host}, and contact whatever its pages load.</source>
   <translation>{browsers} wird {host} öffnen und anfragen, was immer die Seiten dort laden.</translation>
  </message>
  <message>
   <source>{deed}, for {lifetime}</source>
   <translation>{deed}, für {lifetime}</translation>
  </message>
  <message>
   <source>{run}: {phases}; {kept} cookies kept, {others} not</source>
   <translation>{run}: {phases}; {kept} Cookies behalten, {others} nicht</translation>
  </message>
  <message>
   <source>{seconds} s</source>
   <translation>{seconds} s</translation>
  </message>
 </context>
 <context>
  <name>window</name>
  <message>
   <source>The manual is not part of this installation.</source>
   <translation>Das Handbuch gehört nicht zu dieser Installation.</translation>
  </message>
  <message>
   <source>There is no text on the clipboard. Copy a cookie table, headers or JSON first.</source>
   <translation>In der Zwischenablage ist kein Text. Kopieren Sie zuerst eine Cookie-Tabelle, Header oder JSON.</translation>
  </message>
 </context>
 <context>
  <name>words</name>
  <message numerus="yes">
   <source>%Ln cookies</source>
   <translation>
    <numerusform>%Ln Cookie</numerusform>
    <numerusform>%Ln Cookies</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln days</source>
   <translation>
    <numerusform>%Ln Tag</numerusform>
    <numerusform>%Ln Tage</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln days ago</source>
   <translation>
    <numerusform>vor %Ln Tag</numerusform>
    <numerusform>vor %Ln Tagen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln h</source>
   <translation>
    <numerusform>%Ln h</numerusform>
    <numerusform>%Ln h</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln min</source>
   <translation>
    <numerusform>%Ln min</numerusform>
    <numerusform>%Ln min</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln s</source>
   <translation>
    <numerusform>%Ln s</numerusform>
    <numerusform>%Ln s</numerusform>
   </translation>
  </message>
  <message>
   <source>1 cookie</source>
   <translation>1 Cookie</translation>
  </message>
  <message>
   <source>1 day</source>
   <translation>1 Tag</translation>
  </message>
  <message>
   <source>A local file</source>
   <translation>Eine lokale Datei</translation>
  </message>
  <message>
   <source>A script on a page</source>
   <translation>Ein Skript auf einer Seite</translation>
  </message>
  <message>
   <source>A secure connection (https)</source>
   <translation>Eine sichere Verbindung (https)</translation>
  </message>
  <message>
   <source>A server, in an HTTP response</source>
   <translation>Ein Server, in einer HTTP-Antwort</translation>
  </message>
  <message>
   <source>A third party on the visited site</source>
   <translation>Ein Dritter auf der besuchten Website</translation>
  </message>
  <message>
   <source>Across sites</source>
   <translation>Seitenübergreifend</translation>
  </message>
  <message>
   <source>Ad</source>
   <translation>Werbung</translation>
  </message>
  <message>
   <source>Ad / DART</source>
   <translation>Werbung / DART</translation>
  </message>
  <message>
   <source>An insecure connection (http)</source>
   <translation>Eine unsichere Verbindung (http)</translation>
  </message>
  <message>
   <source>Analytics</source>
   <translation>Analyse</translation>
  </message>
  <message>
   <source>Another site of the same company</source>
   <translation>Eine andere Website desselben Unternehmens</translation>
  </message>
  <message>
   <source>Belongs to another host</source>
   <translation>Gehört einem anderen Host</translation>
  </message>
  <message>
   <source>Both http and https</source>
   <translation>Sowohl http als auch https</translation>
  </message>
  <message>
   <source>By a browser signal</source>
   <translation>Durch ein Signal des Browsers</translation>
  </message>
  <message>
   <source>By a cookie</source>
   <translation>Durch ein Cookie</translation>
  </message>
  <message>
   <source>By a form</source>
   <translation>Durch ein Formular</translation>
  </message>
  <message>
   <source>By an add-on</source>
   <translation>Durch eine Erweiterung</translation>
  </message>
  <message>
   <source>Cart</source>
   <translation>Warenkorb</translation>
  </message>
  <message>
   <source>Changed</source>
   <translation>Geändert</translation>
  </message>
  <message>
   <source>Consent</source>
   <translation>Einwilligung</translation>
  </message>
  <message>
   <source>Damaged</source>
   <translation>Beschädigt</translation>
  </message>
  <message>
   <source>Decrypted, hidden</source>
   <translation>Entschlüsselt, verborgen</translation>
  </message>
  <message>
   <source>Empty</source>
   <translation>Leer</translation>
  </message>
  <message>
   <source>Functional</source>
   <translation>Funktion</translation>
  </message>
  <message>
   <source>Gone</source>
   <translation>Verschwunden</translation>
  </message>
  <message>
   <source>Google's DART and DoubleClick family</source>
   <translation>Googles Familie DART und DoubleClick</translation>
  </message>
  <message>
   <source>Guess</source>
   <translation>Geraten</translation>
  </message>
  <message>
   <source>High</source>
   <translation>Hoch</translation>
  </message>
  <message>
   <source>In your account</source>
   <translation>In Ihrem Konto</translation>
  </message>
  <message>
   <source>Lax</source>
   <translation>Lax</translation>
  </message>
  <message>
   <source>Likely</source>
   <translation>Vermutlich</translation>
  </message>
  <message>
   <source>Locked</source>
   <translation>Verschlossen</translation>
  </message>
  <message>
   <source>Log-in</source>
   <translation>Anmeldung</translation>
  </message>
  <message>
   <source>Low</source>
   <translation>Niedrig</translation>
  </message>
  <message>
   <source>Marketing</source>
   <translation>Marketing</translation>
  </message>
  <message>
   <source>Medium</source>
   <translation>Mittel</translation>
  </message>
  <message>
   <source>Necessary</source>
   <translation>Notwendig</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Neu</translation>
  </message>
  <message>
   <source>No</source>
   <translation>Nein</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Keine</translation>
  </message>
  <message>
   <source>Not known</source>
   <translation>Nicht bekannt</translation>
  </message>
  <message>
   <source>Not read</source>
   <translation>Nicht gelesen</translation>
  </message>
  <message>
   <source>Not recorded when it was set</source>
   <translation>Nicht vermerkt, wann es gesetzt wurde</translation>
  </message>
  <message>
   <source>Not set</source>
   <translation>Nicht gesetzt</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Hinweis</translation>
  </message>
  <message>
   <source>On a web page</source>
   <translation>Auf einer Webseite</translation>
  </message>
  <message>
   <source>On one site</source>
   <translation>Auf einer Website</translation>
  </message>
  <message>
   <source>Opt-out</source>
   <translation>Opt-out</translation>
  </message>
  <message>
   <source>Partly read</source>
   <translation>Teilweise gelesen</translation>
  </message>
  <message>
   <source>Preferences</source>
   <translation>Vorlieben</translation>
  </message>
  <message>
   <source>Read, hidden</source>
   <translation>Gelesen, verborgen</translation>
  </message>
  <message>
   <source>Security</source>
   <translation>Sicherheit</translation>
  </message>
  <message>
   <source>Session</source>
   <translation>Sitzung</translation>
  </message>
  <message>
   <source>Set again</source>
   <translation>Erneut gesetzt</translation>
  </message>
  <message>
   <source>Social</source>
   <translation>Soziale</translation>
  </message>
  <message>
   <source>Strict</source>
   <translation>Strict</translation>
  </message>
  <message>
   <source>Sure</source>
   <translation>Sicher</translation>
  </message>
  <message>
   <source>Technical</source>
   <translation>Technik</translation>
  </message>
  <message>
   <source>The browser itself or an extension</source>
   <translation>Der Browser selbst oder eine Erweiterung</translation>
  </message>
  <message>
   <source>The visited site itself</source>
   <translation>Die besuchte Website selbst</translation>
  </message>
  <message>
   <source>Tracking</source>
   <translation>Tracking</translation>
  </message>
  <message>
   <source>Unknown</source>
   <translation>Unbekannt</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Ja</translation>
  </message>
  <message>
   <source>a session cookie: the session ended, or it was removed</source>
   <translation>ein Sitzungscookie: Die Sitzung endete, oder es wurde entfernt</translation>
  </message>
  <message>
   <source>across sites</source>
   <translation>seitenübergreifend</translation>
  </message>
  <message>
   <source>affiliate programme: who sent the buyer</source>
   <translation>Partnerprogramm: wer den Käufer geschickt hat</translation>
  </message>
  <message>
   <source>another value</source>
   <translation>anderer Wert</translation>
  </message>
  <message>
   <source>as stated in the record</source>
   <translation>wie im Datensatz angegeben</translation>
  </message>
  <message>
   <source>as the site set it</source>
   <translation>wie die Website es gesetzt hat</translation>
  </message>
  <message>
   <source>at most: counted from when it was first set, the last renewal is not recorded</source>
   <translation>höchstens: gezählt ab dem ersten Setzen, die letzte Erneuerung ist nicht vermerkt</translation>
  </message>
  <message>
   <source>at the browser's limit: the site asked for this or more</source>
   <translation>an der Grenze des Browsers: Die Website verlangte dies oder mehr</translation>
  </message>
  <message>
   <source>before its end: removed or cleared</source>
   <translation>vor seinem Ende: entfernt oder geleert</translation>
  </message>
  <message>
   <source>belongs to share buttons or embedded social networks</source>
   <translation>gehört zu Teilen-Knöpfen oder eingebetteten sozialen Netzwerken</translation>
  </message>
  <message>
   <source>can recognise the browser on more than one site</source>
   <translation>kann den Browser auf mehr als einer Website wiedererkennen</translation>
  </message>
  <message>
   <source>can recognise the browser, on one site only</source>
   <translation>kann den Browser wiedererkennen, nur auf einer Website</translation>
  </message>
  <message>
   <source>counts and measures visits</source>
   <translation>zählt und misst Besuche</translation>
  </message>
  <message>
   <source>does not recognise the browser</source>
   <translation>erkennt den Browser nicht wieder</translation>
  </message>
  <message>
   <source>embedded video or sound</source>
   <translation>eingebettetes Video oder Ton</translation>
  </message>
  <message>
   <source>ends later</source>
   <translation>endet später</translation>
  </message>
  <message>
   <source>ends sooner</source>
   <translation>endet früher</translation>
  </message>
  <message>
   <source>ends with the browser session</source>
   <translation>endet mit der Sitzung des Browsers</translation>
  </message>
  <message numerus="yes">
   <source>in %Ln days</source>
   <translation>
    <numerusform>in %Ln Tag</numerusform>
    <numerusform>in %Ln Tagen</numerusform>
   </translation>
  </message>
  <message>
   <source>in {span}</source>
   <translation>in {span}</translation>
  </message>
  <message>
   <source>it ends before it was set: the times in the store contradict each other</source>
   <translation>es endet, bevor es gesetzt wurde: Die Zeiten im Speicher widersprechen einander</translation>
  </message>
  <message>
   <source>its end had come</source>
   <translation>sein Ende war gekommen</translation>
  </message>
  <message>
   <source>its end was not known</source>
   <translation>sein Ende war nicht bekannt</translation>
  </message>
  <message>
   <source>keeps a shopping cart, an order or a checkout</source>
   <translation>bewahrt einen Warenkorb, eine Bestellung oder einen Kaufvorgang</translation>
  </message>
  <message>
   <source>keeps the state of a visit</source>
   <translation>bewahrt den Stand eines Besuchs</translation>
  </message>
  <message>
   <source>keeps you signed in to an account</source>
   <translation>hält Sie in einem Konto angemeldet</translation>
  </message>
  <message>
   <source>lives longer</source>
   <translation>lebt länger</translation>
  </message>
  <message>
   <source>lives shorter</source>
   <translation>lebt kürzer</translation>
  </message>
  <message>
   <source>matches ids between advertising companies</source>
   <translation>gleicht Kennungen zwischen Werbeunternehmen ab</translation>
  </message>
  <message>
   <source>nothing is known that would tell</source>
   <translation>nichts ist bekannt, was es sagen würde</translation>
  </message>
  <message>
   <source>on one site</source>
   <translation>auf einer Website</translation>
  </message>
  <message>
   <source>over today's limit of browsers: set before the limit came, or changed when the store was upgraded</source>
   <translation>über der heutigen Grenze der Browser: gesetzt, bevor die Grenze kam, oder geändert, als der Speicher umgestellt wurde</translation>
  </message>
  <message>
   <source>protects against forged requests, bots or fraud</source>
   <translation>schützt vor gefälschten Anfragen, Bots oder Betrug</translation>
  </message>
  <message>
   <source>records that you opted out; deleting it takes that back</source>
   <translation>hält Ihr Opt-out fest; es zu löschen, nimmt das zurück</translation>
  </message>
  <message>
   <source>remembers language, layout and other choices</source>
   <translation>merkt sich Sprache, Layout und andere Wünsche</translation>
  </message>
  <message>
   <source>remembers what you chose about cookies</source>
   <translation>merkt sich, was Sie zu Cookies gewählt haben</translation>
  </message>
  <message>
   <source>sends you to the same server each time</source>
   <translation>schickt Sie jedes Mal zum selben Server</translation>
  </message>
  <message>
   <source>serves something you asked for, such as a chat or a video</source>
   <translation>liefert, was Sie verlangt haben, etwa einen Chat oder ein Video</translation>
  </message>
  <message>
   <source>serves, chooses, limits or measures ads</source>
   <translation>liefert, wählt, begrenzt oder misst Werbung</translation>
  </message>
  <message>
   <source>set again</source>
   <translation>erneut gesetzt</translation>
  </message>
  <message>
   <source>tests variants of a page</source>
   <translation>testet Varianten einer Seite</translation>
  </message>
  <message>
   <source>the store does not tell</source>
   <translation>der Speicher sagt es nicht</translation>
  </message>
  <message>
   <source>whether it can recognise the browser is not known</source>
   <translation>ob es den Browser wiedererkennen kann, ist nicht bekannt</translation>
  </message>
  <message>
   <source>{days} (about {months} months)</source>
   <translation>{days} (etwa {months} Monate)</translation>
  </message>
  <message>
   <source>{number} %</source>
   <translation>{number} %</translation>
  </message>
  <message>
   <source>{span} ago</source>
   <translation>vor {span}</translation>
  </message>
 </context>
 <context>
  <name>workers</name>
  <message>
   <source>all browsers</source>
   <translation>alle Browser</translation>
  </message>
  <message>
   <source>could not be told</source>
   <translation>konnten nicht ermittelt werden</translation>
  </message>
  <message>
   <source>reading stopped unexpectedly</source>
   <translation>das Lesen hielt unerwartet an</translation>
  </message>
  <message>
   <source>the purposes of cookies</source>
   <translation>die Zwecke von Cookies</translation>
  </message>
  <message>
   <source>this computer</source>
   <translation>dieser Computer</translation>
  </message>
 </context>
</TS>
