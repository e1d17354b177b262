import type { Said } from '../said.ts'
import { recipeNames } from './recipeNames.ts'

export const said: Said = {
  ...recipeNames,
  'There is no work {1} in this collection.': 'In dieser Sammlung gibt es kein Werk {1}.',
  'Type the term that the label should have.': 'Tippen Sie den Begriff ein, den die Zuordnung haben soll.',
  'Another piece of work uses the part of the app that reads networks.':
    'Eine andere Arbeit verwendet gerade den Teil der App, der Netze liest.',
  'A network cannot be removed while the app is at work with one.':
    'Ein Netz lässt sich nicht entfernen, während die App mit einem arbeitet.',
  '{1} Wait until it has finished, or stop it.': '{1} Warten Sie, bis es fertig ist, oder halten Sie es an.',
  'This collection was made by a newer version of Connoisseur. Update the app to open it.':
    'Diese Sammlung stammt von einer neueren Version von Connoisseur. Aktualisieren Sie die App, um sie zu öffnen.',
  '{1} is not a Connoisseur catalogue, or it is damaged. Choose another folder.':
    '{1} ist kein Katalog von Connoisseur, oder er ist beschädigt. Wählen Sie einen anderen Ordner.',
  'This list is not there any more. Somebody may have deleted it.':
    'Diese Liste gibt es nicht mehr. Vielleicht hat sie jemand gelöscht.',
  'Type a name for the list.': 'Geben Sie der Liste einen Namen.',
  'There is a list named "{1}" already. Choose another name.':
    'Eine Liste namens „{1}“ gibt es schon. Wählen Sie einen anderen Namen.',
  'The folder {1} cannot be opened ({2}). Choose another.':
    'Der Ordner {1} lässt sich nicht öffnen ({2}). Wählen Sie einen anderen.',
  'A name needs at least one character and none of \\ / : * ? " < > |.':
    'Ein Name braucht mindestens ein Zeichen und keines von \\ / : * ? " < > |.',
  'There is a collection named "{1}" in this folder already. Open it, or choose another name.':
    'Eine Sammlung namens „{1}“ gibt es in diesem Ordner schon. Öffnen Sie sie, oder wählen Sie einen anderen Namen.',
  '{1} is not a Connoisseur collection. Choose a folder whose name ends in .connoisseur.':
    '{1} ist keine Sammlung von Connoisseur. Wählen Sie einen Ordner, dessen Name auf .connoisseur endet.',
  'Nothing can be written in {1} ({2}). Choose another folder.':
    'In {1} lässt sich nichts schreiben ({2}). Wählen Sie einen anderen Ordner.',
  'The threshold lies between 0 and 1.': 'Die Schwelle liegt zwischen 0 und 1.',
  'The image file {1} cannot be read.': 'Die Bilddatei {1} lässt sich nicht lesen.',
  'None of the pictures to compare with can be read.': 'Keines der Vergleichsbilder lässt sich lesen.',
  'Nothing in this network lies over the picture, so that it cannot be shown where it looked.':
    'Nichts in diesem Netz liegt über dem Bild; darum lässt sich nicht zeigen, wohin es geschaut hat.',
  'No output of this network is a row of numbers or a map for each image. Export it with its pooled features as an output.':
    'Keine Ausgabe dieses Netzes ist eine Zahlenreihe oder eine Karte je Bild. Geben Sie es mit seinen zusammengefassten Merkmalen als Ausgabe neu aus.',
  'This file is empty. Export or download it again.':
    'Diese Datei ist leer. Geben Sie sie neu aus, oder laden Sie sie noch einmal.',
  'This file is larger than 2 GB. Export it with its weights beside it.':
    'Diese Datei ist größer als 2 GB. Geben Sie sie mit den Gewichten daneben neu aus.',
  'The file {1} cannot be read. Check that it is there.':
    'Die Datei {1} lässt sich nicht lesen. Sehen Sie nach, ob es sie gibt.',
  'This network does not take one colour image: its inputs are {1}. Choose a network whose input is [n, 3, height, width] or [n, height, width, 3].':
    'Dieses Netz nimmt nicht ein farbiges Bild: seine Eingaben sind {1}. Wählen Sie ein Netz, dessen Eingabe [n, 3, height, width] oder [n, height, width, 3] ist.',
  'This network takes images as {1}; this app gives real numbers.':
    'Dieses Netz nimmt Bilder als {1}; diese App gibt reelle Zahlen.',
  'This network takes images of {1} by {2}; this app gives squares.':
    'Dieses Netz nimmt Bilder von {1} mal {2}; diese App gibt Quadrate.',
  'This network cannot be used: {1}. Export it again for any number of images at once.':
    'Dieses Netz lässt sich nicht verwenden: {1}. Geben Sie es für beliebig viele Bilder auf einmal neu aus.',
  'The engine is at work already. Wait until it has finished, or cancel it.':
    'Die Maschine arbeitet schon. Warten Sie, bis sie fertig ist, oder brechen Sie ab.',
  'Train only what comes after "{1}".': 'Lassen Sie nur lernen, was nach „{1}“ kommt.',
  'No part of this network can be trained.': 'Kein Teil dieses Netzes kann lernen.',
  'This is not an ONNX file, or it is damaged ({1}). Export or download it again.':
    'Dies ist keine ONNX-Datei, oder sie ist beschädigt ({1}). Geben Sie sie neu aus, oder laden Sie sie noch einmal.',
  'The network defines its own functions. Export it again without them (inlined).':
    'Das Netz legt eigene Funktionen fest. Geben Sie es ohne sie (eingesetzt) neu aus.',
  'The network has sparse weights. Export it with dense ones.':
    'Das Netz hat dünn besetzte Gewichte. Geben Sie es mit vollen neu aus.',
  'The weights "{1}" lie in the file "{2}", {3}. Put both files in one folder.':
    'Die Gewichte „{1}“ liegen in der Datei „{2}“, {3}. Legen Sie beide Dateien in einen Ordner.',
  'The network uses operators of version {1}; this app reads version {2} and later. Export it again with opset {3}.':
    'Das Netz verwendet Operatoren der Version {1}; diese App liest Version {2} und spätere. Geben Sie es mit opset {3} neu aus.',
  'The recipe reads a network place by place, but this network has no map of places. Choose a convolutional network, or a recipe without a neck.':
    'Das Rezept liest ein Netz Ort für Ort, aber dieses Netz hat keine Karte von Orten. Wählen Sie ein Faltungsnetz oder ein Rezept ohne Hals.',
  'The size of "{1}" in this network is not known, so nothing can read its places one by one.':
    'Die Größe von „{1}“ in diesem Netz ist nicht bekannt; darum kann nichts seine Orte einzeln lesen.',
  'There is no answer, because the collection was closed or the memory was not enough. Ask again.':
    'Es gibt keine Antwort, weil die Sammlung geschlossen wurde oder der Arbeitsspeicher nicht reichte. Bitte noch einmal fragen.',
  'The learning engine stopped unexpectedly. Everything done so far is kept; start again.':
    'Die Lernmaschine ist unerwartet stehen geblieben. Alles bisher Getane ist gesichert; beginnen Sie noch einmal.',
  'The network could not be opened ({1}).': 'Das Netz ließ sich nicht öffnen ({1}).',
  'TensorFlow.js does not know the operator {1} here.': 'TensorFlow.js kennt den Operator {1} hier nicht.',
  'Works like this one are seldom {1}: {2} in 100 look like it.':
    'Werke wie dieses sind selten {1}: {2} von 100 sehen danach aus.',
  'It looks more like {1}: {2} in 100 such works are.':
    'Es sieht mehr nach {1} aus: {2} von 100 solcher Werke sind es.',
  'Though it was told this label, the network held another one likelier all the time it learned.':
    'Obwohl ihm diese Zuordnung gesagt wurde, hielt das Netz beim Lernen die ganze Zeit eine andere für wahrscheinlicher.',
  'The network took up this label while it learned, and gave it up again.':
    'Das Netz nahm diese Zuordnung beim Lernen an und gab sie wieder auf.',
  'The network learned this label late and never held it firmly.':
    'Das Netz lernte diese Zuordnung spät und war sich ihrer nie sicher.',
  'The network learned this label late, but then held it firmly.':
    'Das Netz lernte diese Zuordnung spät, war sich ihrer dann aber sicher.',
  'The network learned this label at once, but never held it firmly.':
    'Das Netz lernte diese Zuordnung sofort, war sich ihrer aber nie sicher.',
  'The network learned this label at once and held it firmly.':
    'Das Netz lernte diese Zuordnung sofort und war sich ihrer sicher.',
  'Judged without knowing this artist, it looks more like {1} than {2}.':
    'Ohne Kenntnis der Künstlerhand beurteilt, sieht es mehr nach {1} als nach {2} aus.',
  "Judged without knowing this artist, the artist's {1} works with this label look more like {2} than {3}.":
    'Ohne Kenntnis der Künstlerhand beurteilt, sehen die {1} so zugeordneten Werke derselben Hand mehr nach {2} als nach {3} aus.',
  'The one other work by {1} here is {2}, none is {3}.': 'Das eine andere Werk von {1} hier ist {2}, keines ist {3}.',
  '1 of the {1} other works by {2} here is {3}, none is {4}.':
    '1 der {1} anderen Werke von {2} hier ist {3}, keines ist {4}.',
  '1 of the {1} other works by {2} here is {3}, {4} is {5}.':
    '1 der {1} anderen Werke von {2} hier ist {3}, {4} ist {5}.',
  '{1} of the {2} other works by {3} here are {4}, none is {5}.':
    '{1} der {2} anderen Werke von {3} hier sind {4}, keines ist {5}.',
  '{1} of the {2} other works by {3} here are {4}, 1 is {5}.':
    '{1} der {2} anderen Werke von {3} hier sind {4}, 1 ist {5}.',
  '{1} of the {2} other works by {3} here are {4}, {5} are {6}.':
    '{1} der {2} anderen Werke von {3} hier sind {4}, {5} sind {6}.',
  'The one work most like it is {1}, none is {2}.': 'Das eine ähnlichste Werk ist {1}, keines ist {2}.',
  '1 of the {1} works most like it is {2}, none is {3}.': '1 der {1} ähnlichsten Werke ist {2}, keines ist {3}.',
  '1 of the {1} works most like it is {2}, {3} is {4}.': '1 der {1} ähnlichsten Werke ist {2}, {3} ist {4}.',
  '{1} of the {2} works most like it are {3}, none is {4}.': '{1} der {2} ähnlichsten Werke sind {3}, keines ist {4}.',
  '{1} of the {2} works most like it are {3}, 1 is {4}.': '{1} der {2} ähnlichsten Werke sind {3}, 1 ist {4}.',
  '{1} of the {2} works most like it are {3}, {4} are {5}.': '{1} der {2} ähnlichsten Werke sind {3}, {4} sind {5}.',
  'Cannot be judged: this term is retired. Choose another for this work, or bring the term back.':
    'Kein Urteil möglich: dieser Begriff ist stillgelegt. Wählen Sie einen anderen für dieses Werk, oder holen Sie den Begriff zurück.',
  'Cannot be judged yet: this work is newer than what was learned last.':
    'Noch kein Urteil möglich: dieses Werk ist neuer als das zuletzt Gelernte.',
  'Cannot be judged: fewer than {1} works have this label.':
    'Kein Urteil möglich: weniger als {1} Werke haben diese Zuordnung.',
  'The labels of this row and the row {1} it in the table ({2}) fit better the other way round.':
    'Die Zuordnungen dieser Zeile und der Zeile {1} in der Tabelle ({2}) passen andersherum besser.',
  'The labels of {1} rows of the table, this one among them, fit better one row {2}.':
    'Die Zuordnungen von {1} Zeilen der Tabelle, diese darunter, passen eine Zeile {2} besser.',
  'The work is dated {1}, but the artist died in {2}.': 'Das Werk ist auf {1} datiert, aber der Künstler starb {2}.',
  'The work is dated {1}, but the artist was born in {2}.':
    'Das Werk ist auf {1} datiert, aber der Künstler wurde {2} geboren.',
  'The artist died in {1}; {2} began about {3}.': 'Der Künstler starb {1}; {2} begann um {3}.',
  'The work is dated {1}; {2} began about {3}.': 'Das Werk ist auf {1} datiert; {2} begann um {3}.',
  'The artist was born in {1}; {2} ended about {3}.': 'Der Künstler wurde {1} geboren; {2} endete um {3}.',
  'The work is dated {1}; {2} ended about {3}.': 'Das Werk ist auf {1} datiert; {2} endete um {3}.',
  'The same image is also here as {1}.': 'Dasselbe Bild gibt es hier auch als {1}.',
  'Another work by this artist with the same title is labelled {1}.':
    'Ein anderes Werk derselben Hand mit demselben Titel ist als {1} geführt.',
  'No table was imported, so there is none to correct. Export a new table instead.':
    'Es wurde keine Tabelle eingelesen; es gibt also keine zu berichtigen. Geben Sie stattdessen eine neue aus.',
  'The table {1} was not imported into this collection. Choose one that was.':
    'Die Tabelle {1} wurde nicht in diese Sammlung eingelesen. Wählen Sie eine, die es wurde.',
  '{1} is the table that was imported. Choose another name, so that the original stays.':
    '{1} ist die eingelesene Tabelle. Wählen Sie einen anderen Namen, damit das Original bleibt.',
  'The disk is full, so the {1} was not written. Make room or choose another place.':
    'Der Datenträger ist voll; {1} wurde nicht geschrieben. Schaffen Sie Platz, oder wählen Sie einen anderen Ort.',
  'The folder does not exist.': 'Den Ordner gibt es nicht.',
  'There is a folder of that name.': 'Es gibt einen Ordner dieses Namens.',
  'It is open in another program: close it there.':
    'Sie ist in einem anderen Programm geöffnet: schließen Sie sie dort.',
  'You may not have the right to write there ({1}).': 'Vielleicht dürfen Sie dort nicht schreiben ({1}).',
  'The {1} cannot be written to {2}. {3} Choose another place.':
    '{1} lässt sich nicht nach {2} schreiben. {3} Wählen Sie einen anderen Ort.',
  'The file is empty. Copy it again from where it came from.':
    'Die Datei ist leer. Kopieren Sie sie noch einmal von dort, woher sie kam.',
  '{1} files cannot be read here. Save a copy as TIFF, PNG or JPEG.':
    '{1}-Dateien lassen sich hier nicht lesen. Speichern Sie eine Kopie als TIFF, PNG oder JPEG.',
  'This is {1}, not a picture. It was left out.': 'Dies ist {1}, kein Bild. Es wurde ausgelassen.',
  'The file holds only zeros: copying it went wrong. Copy it again from where it came from.':
    'Die Datei enthält nur Nullen: beim Kopieren ging etwas schief. Kopieren Sie sie noch einmal von dort, woher sie kam.',
  'This is not a picture, whatever its name says. It was left out.':
    'Dies ist kein Bild, was auch immer der Name sagt. Es wurde ausgelassen.',
  'The file is damaged: it ends before the picture does. Copy it again from where it came from.':
    'Die Datei ist beschädigt: sie endet vor dem Bild. Kopieren Sie sie noch einmal von dort, woher sie kam.',
  'The file is damaged, or of a very unusual kind, and cannot be shown. Copy or export it again.':
    'Die Datei ist beschädigt oder von sehr ungewöhnlicher Art und lässt sich nicht zeigen. Kopieren Sie sie noch einmal, oder geben Sie sie neu aus.',
  'The picture is too large: {1}. The most is 300 megapixels: save a smaller copy.':
    'Das Bild ist zu groß: {1}. Höchstens 300 Megapixel: speichern Sie eine kleinere Kopie.',
  'You do not have the right to read this file. Ask for it, or copy the file.':
    'Sie dürfen diese Datei nicht lesen. Bitten Sie darum, oder kopieren Sie die Datei.',
  'The file disappeared while it was being read. Import the folder again.':
    'Die Datei verschwand, während sie gelesen wurde. Lesen Sie den Ordner noch einmal ein.',
  'The file cannot be read ({1}). Check its drive, or copy the file again.':
    'Die Datei lässt sich nicht lesen ({1}). Prüfen Sie ihr Laufwerk, oder kopieren Sie sie noch einmal.',
  'This is a device or a pipe, not a file. It was left out.':
    'Dies ist ein Gerät oder eine Leitung, keine Datei. Es wurde ausgelassen.',
  'This is a link to something that no longer exists. Put the file itself here.':
    'Dies verweist auf etwas, das es nicht mehr gibt. Legen Sie die Datei selbst hierher.',
  'The file cannot be read ({1}). Check it and its name.':
    'Die Datei lässt sich nicht lesen ({1}). Prüfen Sie sie und ihren Namen.',
  'The folder {1} does not exist. It may have been moved or its drive is not connected.':
    'Den Ordner {1} gibt es nicht. Vielleicht wurde er verschoben, oder sein Laufwerk fehlt.',
  'The folder {1} cannot be opened ({2}). You may not have the right to read it.':
    'Der Ordner {1} lässt sich nicht öffnen ({2}). Vielleicht dürfen Sie ihn nicht lesen.',
  'There is no such work in this collection.': 'Ein solches Werk gibt es in dieser Sammlung nicht.',
  'This part of the picture is not there.': 'Diesen Teil des Bildes gibt es nicht.',
  'The image file {1} cannot be read. It may have been moved, or its drive is not connected.':
    'Die Bilddatei {1} lässt sich nicht lesen. Vielleicht wurde sie verschoben, oder ihr Laufwerk fehlt.',
  'The collection’s folder cannot be written to. Check your rights, or move the collection.':
    'In den Ordner der Sammlung lässt sich nicht schreiben. Prüfen Sie Ihre Rechte, oder verschieben Sie die Sammlung.',
  'The disk is full. Make room and start again: what was read so far is kept.':
    'Der Datenträger ist voll. Schaffen Sie Platz und beginnen Sie noch einmal: was bisher gelesen wurde, bleibt.',
  'No column of {1} names the image files. Choose the one that does.':
    'Keine Spalte von {1} nennt die Bilddateien. Wählen Sie die, die es tut.',
  'Several columns of {1} are chosen as the file. Choose one.':
    'Mehrere Spalten von {1} sind als Datei gewählt. Wählen Sie eine.',
  'Row {1} of {2} names no image file. Fill in its file.':
    'Zeile {1} von {2} nennt keine Bilddatei. Tragen Sie sie ein.',
  'Row {1} of {2} names this file, but it is not in the folder. Add the file or correct its name.':
    'Zeile {1} von {2} nennt diese Datei, aber sie ist nicht im Ordner. Fügen Sie die Datei hinzu, oder berichtigen Sie ihren Namen.',
  'Rows {1} and {2} of {3} are about this file. Row {4} was taken: remove the other.':
    'Die Zeilen {1} und {2} von {3} betreffen diese Datei. Zeile {4} wurde genommen: entfernen Sie die andere.',
  'Type a name for the network.': 'Geben Sie dem Netz einen Namen.',
  'There is no way "{1}" of giving pictures to a network. Known: {2}.':
    'Eine Art „{1}“, einem Netz Bilder zu geben, gibt es nicht. Bekannt: {2}.',
  'The sha256 has 64 digits from 0 to 9 and a to f. It stands beside the download, on the page of its maker.':
    'Der sha256 hat 64 Stellen von 0 bis 9 und a bis f. Er steht neben der Datei, auf der Seite ihres Herstellers.',
  'This network lies in two files, and this address gives the first alone. Download both into one folder, then add it from the file.':
    'Dieses Netz liegt in zwei Dateien, und diese Adresse gibt nur die erste. Laden Sie beide in einen Ordner, und fügen Sie es dann aus der Datei hinzu.',
  'This collection has no network "{1}". It has: {2}.': 'Diese Sammlung hat kein Netz „{1}“. Sie hat: {2}.',
  'Learns what every term looks like from what the bundled network sees in the pictures. Takes seconds.':
    'Lernt aus dem, was das enthaltene Netz in den Bildern sieht, wie jeder Begriff aussieht. Dauert Sekunden.',
  'Teaches the last layers of the network itself to look at your pictures, after a quick look. Takes minutes for a few hundred works, hours for tens of thousands. Can be interrupted and goes on where it was.':
    'Bringt nach einem schnellen Blick den letzten Schichten des Netzes selbst bei, Ihre Bilder anzusehen. Dauert Minuten für einige hundert Werke, Stunden für Zehntausende. Lässt sich unterbrechen und geht dort weiter.',
  'Lets earlier runs that know the same terms vote together, each by how often it is right on works that it has not seen. Takes seconds, for it learns nothing itself. As the soft voting of "ArtExtract" (GSoC 2025) describes it.':
    'Lässt frühere Durchgänge, die dieselben Begriffe kennen, gemeinsam abstimmen, jeden danach, wie oft er bei ungesehenen Werken recht hat. Dauert Sekunden, denn er selbst lernt nichts. Wie das „Soft Voting“ von „ArtExtract“ (GSoC 2025) es beschreibt.',
  'There is no evidence about this label yet. Learn again to get it.':
    'Zu dieser Zuordnung gibt es noch keine Belege. Lernen Sie neu, um sie zu bekommen.',
  '{1}: the bundled {2} learns instead. Add one under Networks to follow the recipe to the letter.':
    '{1}: stattdessen lernt das enthaltene {2}. Fügen Sie unter Netze eines hinzu, um dem Rezept genau zu folgen.',
  '{1}: the same network learns from nothing, all of its layers, which takes much longer and needs many works. Add a pretrained one under Networks to follow the recipe to the letter.':
    '{1}: dasselbe Netz lernt von Grund auf, alle seine Schichten; das dauert viel länger und braucht viele Werke. Fügen Sie unter Netze ein vorgelerntes hinzu, um dem Rezept genau zu folgen.',
  '{1} of this collection learns, as the recipe asks.': '{1} aus dieser Sammlung lernt, wie das Rezept es verlangt.',
  'The recipe is made for {1}; {2} learns instead, as was chosen.':
    'Das Rezept ist für {1} gemacht; stattdessen lernt {2}, wie gewählt.',
  'What lies at this address is not the file that was meant: its sha256 is {1}, not {2}. Nothing was kept. Check both on the page of its maker.':
    'Was unter dieser Adresse liegt, ist nicht die gemeinte Datei: ihr sha256 ist {1}, nicht {2}. Nichts wurde aufbewahrt. Prüfen Sie beides auf der Seite ihres Herstellers.',
  'This is the address of a page, not of a file. Copy the address of its download.':
    'Dies ist die Adresse einer Seite, nicht die einer Datei. Kopieren Sie die Adresse der Datei.',
  'This takes {1}, and the disk has room for {2}. Make room, then try again.':
    'Dies braucht {1}, und der Datenträger hat Platz für {2}. Schaffen Sie Platz, und versuchen Sie es noch einmal.',
  'This file is larger than {1}, the most that this app takes.':
    'Diese Datei ist größer als {1}, das Meiste, was diese App nimmt.',
  '{1} has no file at this address ({2}). Check the address.':
    '{1} hat unter dieser Adresse keine Datei ({2}). Prüfen Sie die Adresse.',
  '{1} does not give this file to everybody ({2}). Download it in a browser, then add it from the file.':
    '{1} gibt diese Datei nicht jedem ({2}). Laden Sie sie in einem Browser, und fügen Sie sie dann aus der Datei hinzu.',
  '{1} cannot give the file at the moment ({2}). Try again later; what has come is kept.':
    '{1} kann die Datei im Augenblick nicht geben ({2}). Versuchen Sie es später; was gekommen ist, bleibt.',
  '{1} does not give the file ({2}). Check the address.': '{1} gibt die Datei nicht ({2}). Prüfen Sie die Adresse.',
  "{1} could not prove that it is {2} ({3}). Check the address; on a museum's network, ask who looks after it.":
    '{1} konnte nicht beweisen, dass es {2} ist ({3}). Prüfen Sie die Adresse; im Netz eines Museums fragen Sie, wer es betreut.',
  'The disk takes no more ({1}). Make room, then start again: it goes on from there.':
    'Der Datenträger nimmt nichts mehr ({1}). Schaffen Sie Platz, und beginnen Sie noch einmal: es geht von dort weiter.',
  '{1} cannot be reached. Check the address and the connection to the internet. Without one, bring the file on a stick and add it from there.':
    '{1} ist nicht zu erreichen. Prüfen Sie die Adresse und die Verbindung zum Internet. Ohne Verbindung bringen Sie die Datei auf einem Stick und fügen sie von dort hinzu.',
  'The connection to {1} broke off after {2} ({3}). Start again: it goes on from there.':
    'Die Verbindung zu {1} brach nach {2} ab ({3}). Beginnen Sie noch einmal: es geht von dort weiter.',
  'The recipe keeps all works of one {1} together, but this collection has no {2}. Import a table with such a column, or learn by another recipe.':
    'Das Rezept hält alle Werke mit demselben Wert von {1} zusammen, aber diese Sammlung hat kein {2}. Lesen Sie eine Tabelle mit dieser Spalte ein, oder lernen Sie nach einem anderen Rezept.',
  'Nothing has been learned yet.': 'Es wurde noch nichts gelernt.',
  'There are: {1}.': 'Es gibt: {1}.',
  'The network that learned this is not in the collection any more, so that it cannot be asked where it looked.':
    'Das Netz, das dies gelernt hat, ist nicht mehr in der Sammlung; darum lässt sich nicht zeigen, wohin es geschaut hat.',
  'Run {1}, which counts most in this vote, has been deleted, so that it cannot be asked where it looked.':
    'Durchgang {1}, der bei dieser Abstimmung am meisten zählt, ist gelöscht; darum lässt sich nicht zeigen, wohin er geschaut hat.',
  '{1} passes the question on in a circle. Take another address.':
    '{1} reicht die Frage im Kreis weiter. Nehmen Sie eine andere Adresse.',
  '{1} passes on to "{2}", which is not an https address and can be changed on the way. Take another address.':
    '{1} reicht an „{2}“ weiter; das ist keine https-Adresse und lässt sich unterwegs verändern. Nehmen Sie eine andere Adresse.',
  'This address holds a name or a password. Take one that everybody may open.':
    'Diese Adresse enthält einen Namen oder ein Passwort. Nehmen Sie eine, die jeder öffnen darf.',
  'This collection has no recipe "{1}" of its own.': 'Diese Sammlung hat kein eigenes Rezept „{1}“.',
  'The recipe merges "{1}" ({2}) into both "{3}" and "{4}". Choose one.':
    'Das Rezept führt „{1}“ ({2}) sowohl mit „{3}“ als auch mit „{4}“ zusammen. Wählen Sie eines.',
  'The recipe learns only {1} terms of {2}, of which this collection lacks {3}. Name others, or set "otherwise" to "all".':
    'Das Rezept lernt nur {1} Begriffe von {2}; davon fehlen dieser Sammlung {3}. Nennen Sie andere, oder setzen Sie „otherwise“ auf „all“.',
  'There is nothing to learn for "{1}": it needs at least two terms with five works each.':
    'Bei „{1}“ gibt es nichts zu lernen: es braucht mindestens zwei Begriffe mit je fünf Werken.',
  'There is nothing to learn yet: import works whose labels have at least two terms with five works each.':
    'Noch gibt es nichts zu lernen: lesen Sie Werke ein, deren Zuordnungen mindestens zwei Begriffe mit je fünf Werken haben.',
  'There is no recipe "{1}". Known: {2}.': 'Ein Rezept „{1}“ gibt es nicht. Bekannt: {2}.',
  'The recipe {1} cannot be read. Check that the file is there.':
    'Das Rezept {1} lässt sich nicht lesen. Sehen Sie nach, ob es die Datei gibt.',
  '{1} is not usable: {2}.': '{1} ist nicht zu gebrauchen: {2}.',
  '{1} belongs to the app and cannot be removed.': '{1} gehört zur App und lässt sich nicht entfernen.',
  '{1} is still needed: {2} of this collection learned with it, and what you see of {3} rests on it. Delete {4} under Learn first.':
    '{1} wird noch gebraucht: {2} dieser Sammlung hat damit gelernt, und was Sie von {3} sehen, beruht darauf. Löschen Sie {4} zuerst unter Lernen.',
  "What run {1} had predicted is not in the collection's folder any more ({2}). Learn again instead, or bring the file back.":
    'Was Durchgang {1} vorhergesagt hatte, ist nicht mehr im Ordner der Sammlung ({2}). Lernen Sie stattdessen neu, oder legen Sie die Datei zurück.',
  'Run {1} has no model card in {2}. Learn again to get one.':
    'Durchgang {1} hat keine Modellkarte in {2}. Lernen Sie neu, um eine zu bekommen.',
  "What run {1} had predicted is not in the collection's folder any more ({2}). Leave it out of the vote.":
    'Was Durchgang {1} vorhergesagt hatte, ist nicht mehr im Ordner der Sammlung ({2}). Lassen Sie ihn bei der Abstimmung weg.',
  'The network that run {1} learned with is not in the collection any more. Leave the run out of the vote.':
    'Das Netz, mit dem Durchgang {1} gelernt hat, ist nicht mehr in der Sammlung. Lassen Sie ihn bei der Abstimmung weg.',
  'Run {1} is a vote itself. Name the runs that have learned by themselves.':
    'Durchgang {1} ist selbst eine Abstimmung. Nennen Sie Durchgänge, die selbst gelernt haben.',
  'A vote needs at least two runs that know the same terms of an attribute. Learn by another recipe first, then let them vote.':
    'Eine Abstimmung braucht mindestens zwei Durchgänge, die dieselben Begriffe eines Merkmals kennen. Lernen Sie zuerst nach einem anderen Rezept.',
  'Runs {1} and {2} know different terms of {3}, so that they cannot vote together.':
    'Die Durchgänge {1} und {2} kennen verschiedene Begriffe von {3}; darum können sie nicht gemeinsam abstimmen.',
  'A weight lies between 0 and {1}, and 1 is what was learned.':
    'Ein Gewicht liegt zwischen 0 und {1}; 1 ist, was gelernt wurde.',
  '{1} is a workbook, not a plain table. In Excel or LibreOffice, save it as CSV and choose that file.':
    '{1} ist eine Arbeitsmappe, keine einfache Tabelle. Speichern Sie sie in Excel oder LibreOffice als CSV, und wählen Sie diese Datei.',
  '{1} is not a table of text. Save the table as CSV (UTF-8) and choose that file.':
    '{1} ist keine Texttabelle. Speichern Sie die Tabelle als CSV (UTF-8), und wählen Sie diese Datei.',
  'The table {1} does not exist. It may have been moved or renamed.':
    'Die Tabelle {1} gibt es nicht. Vielleicht wurde sie verschoben oder umbenannt.',
  'The table {1} cannot be read ({2}). Close it in other programs and try again.':
    'Die Tabelle {1} lässt sich nicht lesen ({2}). Schließen Sie sie in anderen Programmen, und versuchen Sie es noch einmal.',
  'Line {1} of {2} opens a quotation mark (") that is never closed. Close it and try again.':
    'Zeile {1} von {2} öffnet ein Anführungszeichen ("), das nie geschlossen wird. Schließen Sie es, und versuchen Sie es noch einmal.',
  '{1} is empty. Choose a table with a row of column names.':
    '{1} ist leer. Wählen Sie eine Tabelle mit einer Zeile von Spaltennamen.',
  'Two columns of {1} are called “{2}”. Rename one of them and try again.':
    'Zwei Spalten von {1} heißen „{2}“. Benennen Sie eine um, und versuchen Sie es noch einmal.',
  'Teaches first the new labels alone, then the last 50 layers of the network with turned, mirrored and enlarged pictures. Rare terms count as much as frequent ones. Learns on EfficientNet-B0 where the collection has it, else on the bundled network, its small sibling. As "Art style classification with transfer learning" (Le) describes it.':
    'Lehrt zuerst nur die neuen Zuordnungen, dann die letzten 50 Schichten des Netzes mit gedrehten, gespiegelten und vergrößerten Bildern. Seltene Begriffe zählen so viel wie häufige. Lernt mit EfficientNet-B0, wo die Sammlung es hat, sonst mit dem enthaltenen Netz, seinem kleinen Geschwister. Wie „Art style classification with transfer learning“ (Le) es beschreibt.',
  'Reads the network\'s map of places with recurrent convolutions, attention and a pyramid of three sizes; then the later half of the network learns too. Learns on EfficientNetV2-S where the collection has it, else on the bundled network. As "Art classification" (convolutional-recurrent network) describes it. Chosen here: the 512 channels are read in four steps of 128, attention has projections of its own, and the pyramid looks at the map whole, halved and quartered.':
    'Liest die Karte des Netzes mit rückgekoppelten Faltungen, Aufmerksamkeit und einer Pyramide aus drei Größen; dann lernt auch die spätere Hälfte des Netzes. Lernt mit EfficientNetV2-S, wo die Sammlung es hat, sonst mit dem enthaltenen Netz. Wie „Art classification“ (Faltungsnetz mit Rückkopplung) es beschreibt. Hier gewählt: die 512 Kanäle werden in vier Schritten zu 128 gelesen, die Aufmerksamkeit hat eigene Abbildungen, und die Pyramide sieht die Karte ganz, halbiert und geviertelt.',
  'A small network of four convolutions that learns to see from nothing, at 200 pixels, with distorted pictures; rare terms count as much as frequent ones. As "Art style classification in paintings with deep learning" describes it. Chosen here: 3x3 filters, a connected layer of 512.':
    'Ein kleines Netz aus vier Faltungen, das von Grund auf sehen lernt, bei 200 Pixeln, mit verzerrten Bildern; seltene Begriffe zählen so viel wie häufige. Wie „Art style classification in paintings with deep learning“ es beschreibt. Hier gewählt: 3x3-Filter, eine verbundene Schicht von 512.',
  'ResNet50 that learns to see from nothing, at 200 pixels: hours to days, and only for many works. As "Art style classification in paintings with deep learning" describes it, with weight regularisation.':
    'ResNet50, das von Grund auf sehen lernt, bei 200 Pixeln: Stunden bis Tage, und nur für viele Werke. Wie „Art style classification in paintings with deep learning“ es beschreibt, mit Regularisierung der Gewichte.',
  'The new labels on a ResNet50 that knows photographs, then all of it in small steps. Needs a ResNet50 added under Networks, else it learns from nothing. As "Art style classification in paintings with deep learning" describes it.':
    'Die neuen Zuordnungen auf einem ResNet50, das Fotografien kennt, dann alles davon in kleinen Schritten. Braucht ein unter Netze hinzugefügtes ResNet50, sonst lernt es von Grund auf. Wie „Art style classification in paintings with deep learning“ es beschreibt.',
  'Reads the 7 x 7 places of ResNet50 one after the other with an LSTM and tells style, genre and artist from its last state, every term seen equally often. Needs a ResNet50 added under Networks, else it learns from nothing. As "Convolutional-recurrent architectures for artwork classification" describes it. Chosen here: 512 units, row by row, terms of the first attribute balanced.':
    'Liest die 7 x 7 Orte von ResNet50 nacheinander mit einem LSTM und sagt Stil, Gattung und Künstler aus dessen letztem Zustand, jeder Begriff gleich oft gesehen. Braucht ein unter Netze hinzugefügtes ResNet50, sonst lernt es von Grund auf. Wie „Convolutional-recurrent architectures for artwork classification“ es beschreibt. Hier gewählt: 512 Einheiten, Reihe für Reihe, die Begriffe des ersten Merkmals ausgeglichen.',
  'Reads the 7 x 7 places of EfficientNet one after the other with an LSTM and tells style, genre and artist from its last state, every term seen equally often. Learns on EfficientNet-B0 where the collection has it, else on the bundled network. As "Convolutional-recurrent architectures for artwork classification" describes it. Chosen here: 512 units, row by row, terms of the first attribute balanced.':
    'Liest die 7 x 7 Orte von EfficientNet nacheinander mit einem LSTM und sagt Stil, Gattung und Künstler aus dessen letztem Zustand, jeder Begriff gleich oft gesehen. Lernt mit EfficientNet-B0, wo die Sammlung es hat, sonst mit dem enthaltenen Netz. Wie „Convolutional-recurrent architectures for artwork classification“ es beschreibt. Hier gewählt: 512 Einheiten, Reihe für Reihe, die Begriffe des ersten Merkmals ausgeglichen.',
  'AlexNet that learns to see from nothing: five convolutions and two connected layers of 4,096. As "ArtExtract" (GSoC 2025) describes it, which learns one attribute at a time. Chosen here: the channels of torchvision, dropout of a half.':
    'AlexNet, das von Grund auf sehen lernt: fünf Faltungen und zwei verbundene Schichten von 4.096. Wie „ArtExtract“ (GSoC 2025) es beschreibt, das ein Merkmal auf einmal lernt. Hier gewählt: die Kanäle von torchvision, Auslassung der Hälfte.',
  'The last 20 layers of a ResNet50 that knows photographs learn, with the labels. Needs a ResNet50 added under Networks, else it learns from nothing. As "ArtExtract" (GSoC 2025) describes it, which learns one attribute at a time.':
    'Die letzten 20 Schichten eines ResNet50, das Fotografien kennt, lernen mit den Zuordnungen. Braucht ein unter Netze hinzugefügtes ResNet50, sonst lernt es von Grund auf. Wie „ArtExtract“ (GSoC 2025) es beschreibt, das ein Merkmal auf einmal lernt.',
  'The published network.': 'Das veröffentlichte Netz.',
  'Side of the pictures in pixels.': 'Seite der Bilder in Pixeln.',
  'The one chosen for the run, else the bundled one.': 'Das für den Durchgang gewählte, sonst das enthaltene.',
  'One of this architecture that was added to the collection.':
    'Eines dieser Bauart, das der Sammlung hinzugefügt wurde.',
  'Learns to see from nothing.': 'Lernt von Grund auf zu sehen.',
  'Share of the published channels; 1: as published.': 'Anteil der veröffentlichten Kanäle; 1: wie veröffentlicht.',
  'Share of the published blocks; 1: as published.': 'Anteil der veröffentlichten Blöcke; 1: wie veröffentlicht.',
  "The labels are told from the network's features.": 'Die Zuordnungen werden aus den Merkmalen des Netzes gelesen.',
  'The map is read place after place by a recurrent layer.':
    'Die Karte wird Ort für Ort von einer rückgekoppelten Schicht gelesen.',
  'Units of the LSTM.': 'Einheiten des LSTM.',
  'The map is pooled to grid x grid places.': 'Die Karte wird auf grid x grid Orte zusammengefasst.',
  'The map is read in steps by two recurrent convolutions, then by attention and a pyramid of sizes.':
    'Die Karte wird in Schritten von zwei rückgekoppelten Faltungen gelesen, dann von Aufmerksamkeit und einer Pyramide aus Größen.',
  'Of the convolution before the recurrence.': 'Der Faltung vor der Rückkopplung.',
  'In which the recurrence reads them.': 'In denen die Rückkopplung sie liest.',
  'Channels of the first ConvLSTM layer.': 'Kanäle der ersten ConvLSTM-Schicht.',
  'Channels of the second ConvLSTM layer.': 'Kanäle der zweiten ConvLSTM-Schicht.',
  'Channels of each level of the pyramid.': 'Kanäle jeder Stufe der Pyramide.',
  'Side to which all levels are brought.': 'Seite, auf die alle Stufen gebracht werden.',
  'Share of values left out while learning.': 'Anteil der Werte, die beim Lernen ausgelassen werden.',
  'How strongly weights are drawn to 0 at each step.': 'Wie stark die Gewichte bei jedem Schritt zu 0 gezogen werden.',
  'How long the mean gradient is remembered, in [0, 1].': 'Wie lange der mittlere Gradient erinnert wird, in [0, 1].',
  'How long the mean squared gradient is remembered, in [0, 1].':
    'Wie lange der mittlere quadrierte Gradient erinnert wird, in [0, 1].',
  'Keeps a division from being by 0.': 'Verhindert eine Teilung durch 0.',
  'Share of the last step that is gone again, in [0, 1].':
    'Anteil des letzten Schritts, der noch einmal gegangen wird, in [0, 1].',
  'Steps along the gradient.': 'Schritte entlang des Gradienten.',
  'The gradient is taken where the momentum leads.': 'Der Gradient wird dort genommen, wohin der Schwung führt.',
  'Steps of even size for all weights.': 'Gleich große Schritte für alle Gewichte.',
  'Adam whose weight decay does not pass through the moments.':
    'Adam, bei dem der Gewichtszerfall nicht durch die Momente geht.',
  'Steps divided by the mean size of the gradient.': 'Schritte, geteilt durch die mittlere Größe des Gradienten.',
  'The same size of step throughout.': 'Durchweg gleich große Schritte.',
  'Steps get smaller along half a cosine.': 'Die Schritte werden entlang eines halben Kosinus kleiner.',
  'The last steps, as a share of the first.': 'Die letzten Schritte, als Anteil der ersten.',
  'Steps get smaller when nothing is gained any more.': 'Die Schritte werden kleiner, wenn nichts mehr gewonnen wird.',
  'By which the step is multiplied.': 'Womit der Schritt malgenommen wird.',
  'Rounds without a gain before that.': 'Runden ohne Gewinn davor.',
  'The pretrained network stays as it is.': 'Das vorgelernte Netz bleibt, wie es ist.',
  'Every layer learns.': 'Jede Schicht lernt.',
  'The first half of the layers stays as it is.': 'Die erste Hälfte der Schichten bleibt, wie sie ist.',
  'So many of the last layers learn.': 'So viele der letzten Schichten lernen.',
  'So many of the last layers.': 'So viele der letzten Schichten.',
  'The layers after a node of the network learn.': 'Die Schichten nach einem Knoten des Netzes lernen.',
  'Its name in the ONNX file.': 'Sein Name in der ONNX-Datei.',
  'The attribute by whose terms works are drawn, counted from 0.':
    'Das Merkmal, nach dessen Begriffen Werke gezogen werden, von 0 an gezählt.',
  'Each work once a round, in another order.': 'Jedes Werk einmal je Runde, in anderer Reihenfolge.',
  'Works are drawn so that every term comes as often.': 'Werke werden so gezogen, dass jeder Begriff gleich oft kommt.',
  'So many works of each term a round; short terms repeat theirs.':
    'So viele Werke je Begriff und Runde; knappe Begriffe wiederholen ihre.',
  'A round has so many of each term.': 'So viele je Begriff hat eine Runde.',
  'Pictures may be mirrored.': 'Bilder dürfen gespiegelt werden.',
  'Degrees to either side at the most.': 'Höchstens so viele Grad zu jeder Seite.',
  'Largest share by which a picture is enlarged or made smaller.':
    'Größter Anteil, um den ein Bild vergrößert oder verkleinert wird.',
  'Largest shift, as a share of the side.': 'Größte Verschiebung, als Anteil der Seite.',
  'Smallest share of the side that a cutting keeps; 1: no cutting.':
    'Kleinster Anteil der Seite, den ein Ausschnitt behält; 1: kein Ausschnitt.',
  'Largest change, as a share.': 'Größte Änderung, als Anteil.',
  "Largest change of a colour's strength, as a share.": 'Größte Änderung der Farbstärke, als Anteil.',
  'Standard deviation of added noise, of 255.': 'Standardabweichung des hinzugefügten Rauschens, von 255.',
  'Largest share of the picture that a grey rectangle hides.':
    'Größter Anteil des Bildes, den ein graues Rechteck verdeckt.',
  'What the phase is called.': 'Wie die Phase heißt.',
  'Which part of the network learns in this phase; the rest stays as it is.':
    'Welcher Teil des Netzes in dieser Phase lernt; der Rest bleibt, wie er ist.',
  'They hold 4 % of the weights and cost a tenth to two fifths of the time.':
    'Sie haben 4 % der Gewichte und kosten ein Zehntel bis zwei Fünftel der Zeit.',
  'Times that every work is looked at, at the most.': 'Wie oft jedes Werk höchstens angesehen wird.',
  'Works looked at together.': 'Werke, die zusammen angesehen werden.',
  'Batches whose gradients are added up before one step.':
    'Gruppen, deren Gradienten vor einem Schritt zusammengezählt werden.',
  'How a step follows from the gradient.': 'Wie ein Schritt aus dem Gradienten folgt.',
  'The learning rate: too large and it learns nothing, too small and it takes for ever.':
    'Die Lernrate: zu groß, und es lernt nichts; zu klein, und es dauert ewig.',
  'How the learning rate changes.': 'Wie sich die Lernrate ändert.',
  'Rounds in which the steps grow to their size.': 'Runden, in denen die Schritte zu ihrer Größe wachsen.',
  'A longer one is shortened. Empty: never.': 'Ein längerer wird gekürzt. Leer: nie.',
  'Share of certainty that a label lacks, so that wrong ones weigh less.':
    'Anteil an Gewissheit, der einer Zuordnung fehlt, damit falsche weniger wiegen.',
  'The works that a round looks at.': 'Die Werke, die eine Runde ansieht.',
  'How far a picture may differ from the work, so that the network does not learn single pictures by heart.':
    'Wie weit ein Bild vom Werk abweichen darf, damit das Netz nicht einzelne Bilder auswendig lernt.',
  'So many changed pictures of each work are made and kept.':
    'So viele veränderte Bilder jedes Werks werden gemacht und aufbewahrt.',
  'Rounds without a gain on the judging works before the phase ends.':
    'Runden ohne Gewinn bei den urteilenden Werken, ehe die Phase endet.',
  'Every term that is frequent enough.': 'Jeder Begriff, der häufig genug ist.',
  'The terms that are named.': 'Die genannten Begriffe.',
  'Names after merging and renaming, one a line.': 'Namen nach dem Zusammenführen und Umbenennen, einer je Zeile.',
  'The terms with the most works.': 'Die Begriffe mit den meisten Werken.',
  'So many terms.': 'So viele Begriffe.',
  'A term of this run, and the terms of the collection that it stands for.':
    'Ein Begriff dieses Durchgangs, und die Begriffe der Sammlung, für die er steht.',
  'A term, and what it is called in this run.': 'Ein Begriff, und wie er in diesem Durchgang heißt.',
  'Terms whose works are not learned from, one a line.':
    'Begriffe, aus deren Werken nicht gelernt wird, einer je Zeile.',
  'Which of the terms are learned.': 'Welche der Begriffe gelernt werden.',
  'Where a work may have several terms, a label such as "Symbolism/Expressionism" teaches each of them an equal share; exclude: such a label (with /, ; or | between terms) is not learned from.':
    'Wo ein Werk mehrere Begriffe haben darf, lehrt eine Zuordnung wie „Symbolismus/Expressionismus“ jeden davon zu gleichen Teilen; exclude: aus einer solchen Zuordnung (mit /, ; oder | zwischen den Begriffen) wird nicht gelernt.',
  'A column of the imported table, or title, file, width or height.':
    'Eine Spalte der eingelesenen Tabelle, oder title, file, width oder height.',
  'How the column is compared. Capitals do not matter; at-least and at-most compare the first number in the column.':
    'Wie die Spalte verglichen wird. Großbuchstaben sind gleich; at-least und at-most vergleichen die erste Zahl der Spalte.',
  'What it is compared with.': 'Womit verglichen wird.',
  'Every work is judged once, by a model learned from the other parts.':
    'Jedes Werk wird einmal beurteilt, von einem Modell, das aus den anderen Teilen gelernt hat.',
  'One part teaches, one chooses when to stop, and only the last is judged: the queue holds that one alone.':
    'Ein Teil lehrt, einer bestimmt, wann Schluss ist, und nur der letzte wird beurteilt: die Liste enthält allein diesen.',
  'Share of the works that teach.': 'Anteil der Werke, die lehren.',
  'Share that chooses strengths and the best round.': 'Anteil, der Stärken und die beste Runde wählt.',
  'Share that is judged.': 'Anteil, der beurteilt wird.',
  'So many works of each term teach; all are judged.': 'So viele Werke jedes Begriffs lehren; beurteilt werden alle.',
  'By attribute: terms to merge, rename, leave out or choose, for this run only.':
    'Nach Merkmal: Begriffe, die nur für diesen Durchgang zusammengeführt, umbenannt, weggelassen oder gewählt werden.',
  'Only works whose record passes all of these are learned from.':
    'Gelernt wird nur aus Werken, deren Datensatz alle diese besteht.',
  'The same number of works of each term. Empty: all works.': 'Von jedem Begriff gleich viele Werke. Leer: alle Werke.',
  'Works of small terms are shown again, each time changed in another way where a phase changes pictures, until a term has this share of the largest. Empty: no.':
    'Werke kleiner Begriffe werden noch einmal gezeigt, jedes Mal anders verändert, wo eine Phase Bilder verändert, bis ein Begriff diesen Anteil des größten hat. Leer: nein.',
  'Which works teach, and which are judged.': 'Welche Werke lehren, und welche beurteilt werden.',
  'The best of these is chosen for each attribute on works held out; higher is more cautious.':
    'Die beste davon wird für jedes Merkmal an zurückgehaltenen Werken gewählt; höher ist vorsichtiger.',
  'By which the command line knows the recipe.': 'Woran die Befehlszeile das Rezept erkennt.',
  'What the recipe is called.': 'Wie das Rezept heißt.',
  'What it does, in a sentence or two.': 'Was es tut, in ein, zwei Sätzen.',
  'Times at the most that works without a label are taken in; it ends earlier when nothing is gained.':
    'Wie oft höchstens Werke ohne Zuordnung hinzugenommen werden; es endet früher, wenn nichts gewonnen wird.',
  'A work is taken in when its most probable term has this probability.':
    'Ein Werk wird hinzugenommen, wenn sein wahrscheinlichster Begriff diese Wahrscheinlichkeit hat.',
  'At most so many of each term are taken in, the surest first; no term more than twice the rarest.':
    'Höchstens so viele von jedem Begriff werden hinzugenommen, die sichersten zuerst; kein Begriff mehr als doppelt so viele wie der seltenste.',
  'Id of the network of the collection; left out: the one that ships with the app.':
    'Kennung des Netzes der Sammlung; weggelassen: das in der App enthaltene.',
  'Parts into which the works are dealt; each is judged by a model learned from the others.':
    'Teile, auf die die Werke verteilt werden; jeder wird von einem Modell beurteilt, das aus den anderen gelernt hat.',
  'An attribute or column whose works lie in one part, so that a model is judged on artists it has not seen. auto: who made the work, where the collection says so; empty: none.':
    'Ein Merkmal oder eine Spalte, deren Werke in einem Teil liegen, damit ein Modell an ungesehenen Künstlern beurteilt wird. auto: von wem das Werk ist, wo die Sammlung es sagt; leer: keines.',
  'A term with fewer works is not learned.': 'Ein Begriff mit weniger Werken wird nicht gelernt.',
  'What is done to the labels before learning, for this run only.':
    'Was vor dem Lernen mit den Zuordnungen geschieht, nur für diesen Durchgang.',
  'Those of which the model is sure help it to learn, round after round. They never become labels. Empty: no.':
    'Die, bei denen das Modell sicher ist, helfen ihm Runde um Runde beim Lernen. Sie werden nie zu Zuordnungen. Leer: nein.',
  'Learns the labels on what the network sees. Seconds.':
    'Lernt die Zuordnungen aus dem, was das Netz sieht. Sekunden.',
  'The network itself learns to look. Minutes to hours.': 'Das Netz selbst lernt zu sehen. Minuten bis Stunden.',
  'What looks at the pictures.': 'Was die Bilder ansieht.',
  "What lies between the network's last map and the labels.":
    'Was zwischen der letzten Karte des Netzes und den Zuordnungen liegt.',
  'How much it counts, by its name; left out: 1.': 'Wie viel es zählt, nach seinem Namen; weggelassen: 1.',
  'One after the other; each begins with what the one before has learned.':
    'Eine nach der anderen; jede beginnt mit dem, was die davor gelernt hat.',
  'After the phases the labels are learned once more, to the end, on the trained features. Empty: no.':
    'Nach den Phasen werden die Zuordnungen auf den gelernten Merkmalen noch einmal zu Ende gelernt. Leer: nein.',
  'When they are over, learning ends with the best that it has. Such a run does not repeat exactly. Empty: as long as it takes.':
    'Wenn sie um sind, endet das Lernen mit dem Besten, was es hat. Ein solcher Durchgang wiederholt sich nicht genau. Leer: so lange es dauert.',
  'Runs that are there already vote together.': 'Vorhandene Durchgänge stimmen gemeinsam ab.',
  'Their numbers. Empty: the newest run of every recipe that knows the same terms.':
    'Ihre Nummern. Leer: der neueste Durchgang jedes Rezepts, das dieselben Begriffe kennt.',
  'Since it was kept, the artist has been changed from {1} to {2}.':
    'Seit sie behalten wurde, ist der Künstler von {1} in {2} geändert.',
  'Another model doubts it far more than the one when it was kept: it is right in {1} of 100 such cases, not in {2}.':
    'Ein anderes Modell zweifelt viel mehr daran als das, als sie behalten wurde: sie stimmt in {1} von 100 solchen Fällen, nicht in {2}.',
  'A picture that is nearly the same is labelled {1}.': 'Ein fast gleiches Bild ist als {1} zugeordnet.',
  'The attribute whose terms are spread evenly over the parts, and by whose parts all attributes are judged. Empty, or not learned: each by its own.':
    'Das Merkmal, dessen Begriffe gleichmäßig auf die Teile verteilt werden und nach dessen Teilen alle Merkmale beurteilt werden. Leer, oder nicht gelernt: jedes nach den eigenen.',
  'Cannot be judged: one of its terms has not been learned, or no other has.':
    'Nicht zu beurteilen: einer ihrer Begriffe ist nicht gelernt, oder kein anderer ist es.',
}
