/** German words of a meaning, one meaning a line, in the notation of `meanings.ts`. */
export const DE_SYNONYMS = `
case: groß-*, großschreib*, kleinschreib*, groß* und klein*
cost: kosten, kostet, preis*, gebühr*, bezahl*, zahl*, betrag, entgelt
refund: erstatt*, rückerstatt*, zurückgezahlt, geld zurück, zurückerstatt*, gutgeschrieben, gutschrift
book: buch*, reservier*, termin*, gebucht, anmelde*, anmelden
cancel: stornier*, absag*, kündig*, abbestell*
phone: telefon*, telefonisch, anruf*, rufen, hotline
write: schreib*, e-mail*, nachricht*, melde*, benachrichtig*, informier*, mitteil*, bescheid, meldung*
site: seite*, webseite*, website
file: datei*, dokument*, unterlage*, anhang, anhänge
folder: ordner*, verzeichnis*
show: zeig*, anzeig*, seh*, sieh*, display, gedruckt, ausgegeben, steh*
error: fehler*, warn*, problem*, störung*, meldung*
check: prüf*, überprüf*, geprüft, kontroll*, test*
run: ausführ*, ausgeführt, läuft, laufen, start*, aufruf*, aufgerufen, betrieb*
setting: einstell*, option*, feld*, wert*, konfig*, eingestellt, schalter
default: voreinstellung, voreingestellt, standardmäßig, ab werk, werkseitig, standard*, auslieferung, sonst, ohne angabe
change: änder*, geändert, wechsel*, bearbeit*, anpass*, umstell*, ersetz*, tausch*, ausgetauscht, angepasst, anpassung
extend: verlänger*, erneuer*
expire: ablauf*, abgelaufen, gültig*, gilt, gelten, läuft ab, halt*, hält
period: dauer*, dauert, zeitraum, frist, laufzeit, zeit
need: brauch*, benötig*, nötig, notwendig*, erforder*, pflicht, verpflichtend
person: person*, leute, mensch*, teilnehm*, nutzer*, benutzer*, kund*, besucher*, gäste, gast, wer, man, jemand, mitglied*
child: kind*, jugendlich*, jung*, mädchen, baby*
old: senior*, rentner*, älter*
parent: eltern*, mutter, vater, famili*
animal: haustier*, hund*, katze*, tier*, vierbeiner
car: auto*, fahrzeug*, wagen, pkw, kfz
puncture: reifen*, platten, rad, panne
bike: fahrrad*, rad, räder, fahrräder
parking: park*, garage*, stellpl*, platz, plätze
room: zimmer*, raum, räume, wohnung*, haus*, unterkunft, haushalt*, gebäude
luggage: gepäck*, koffer*, tasche*
food: essen, mahlzeit*, frühstück*, mittag*, abend*, speise*, getränk*, koch*, trink*
bed: übernacht*, nacht, nächte, schlaf*
time: uhr, uhrzeit*, zeit*, stunde*
date: datum, tag*, daten
deadline: frist*, bis, spätestens, fällig*
monday: montag*, montags
tuesday: dienstag*, dienstags
wednesday: mittwoch*, mittwochs
thursday: donnerstag*, donnerstags
friday: freitag*, freitags
saturday: samstag*, sonnabend*, samstags, wochenende*
sunday: sonntag*, sonntags, wochenende*
holiday: feiertag*, ferien, urlaub*
spring: frühling*, frühjahr*
summer: sommer*
autumn: herbst*
winter: winter*
same-day: selben tag, am gleichen tag, heute
at-once: sofort*, umgehend, unverzüglich, gleich
early: früh*, im voraus, vorher, zuvor
late: spät*, verspät*, verspätung
fine: strafe*, bußgeld*, mahngebühr*
ticket: ticket*, karte*, eintritt*, einlass, hinein
card: karte*, ausweis*
lost: verloren, verlier*, gestohlen, diebstahl, fehlt, verschwind*
damage: schaden, schäden, beschädig*, kaputt, defekt*, undicht, bruch
repair: reparier*, reparatur*, wart*, instand*
clean: reinig*, wasch*, wisch*, spül*, putz*, säuber*
put: einleg*, einfüll*, stell*, leg*, einsetz*, aufsetz*, montier*, füll*, verwend*, benutz*, nutz*, einsatz, eingesetzt
take-out: entfern*, herausnehm*, abschraub*, entnehm*, abnehm*
tighten: schließ*, zudreh*, fest*, sperr*, klemm*, verriegel*
water: wasser*, hahn
fuel: kraftstoff*, tank*, benzin, diesel
power: strom, elektr*, lade*, akku*, batterie*, steckdose*, wiederauflad*, mignonbatterie*
server: server*, rechner*, computer*, maschine*
connection: verbindung*, verbind*, netz*, erreich*, zugang, zugriff*
request: anfrage*, frag*, antrag*, beantrag*, bestell*, anforder*, bewerb*
response: antwort*, ergebnis*, rückgabe
send: send*, schick*, gesendet, verschick*, versand, liefer*, übertrag*, übermittel*, weiterleit*, weitergeleitet, zugestellt
arrive: ankomm*, komm*, eintreff*, erreich*
parcel: paket*, sendung*, lieferung, ware*, artikel*, gegenst*, teil*, stück*, produkt*, ding*
furniture: möbel*, sofa*, schrank*, matratze*
waste: müll, abfall*, sperrmüll
sign-in: anmeld*, passwort*, kennwort*, konto, konten, einlog*
administrator: eigentümer*, inhaber*, admin*, verwalter*
plan: tarif*, abo*, abonnement*, plan, pläne, mitgliedschaft
voucher: gutschein*
insurance: versicher*, police*, gedeckt, selbstbeteilig*, gutachter*
doctor: arzt*, ärzt*, dr, praxis, klinik*, krankenhaus
illness: krank*, allergi*, beschwerd*, schmerz*
school: schul*, kurs*, unterricht, studi*, programm*, abschluss, uni*
teacher: lehrer*, unterricht*, kursleit*, leitet
language: sprach*, übersetz*, dolmetsch*, englisch*, deutsch*
picture: foto*, bild*
spectacles: brille*
towel: handtuch*, handtücher
cap: badekappe*, kappe*
swim: schwimm*, bad, becken, bahn*
apron: schürze*
wine: wein*
garden: garten*, gärten, hof, innenhof
seat: sitz*, platz, plätze, rollstuhl*
disabled: behinder*, rollstuhl*
performance: vorstellung*, aufführung*, veranstaltung*, konzert*
interval: pause*
group: gruppe*, team*
discount: rabatt*, ermäßig*, nachlass, günstiger, spar*
concession: arbeitslos*, arbeitssuch*, studier*, student*, azubi*
police: polizei
bank: bank*, anbieter*, firma, unternehmen
street: straße*, adresse*, ort, liegt, befind*
pavement: gehweg*, bürgersteig*, gehsteig*
weight: wieg*, gewicht*, schwer*
size: größe*, groß*, höhe, hoch*, länge, lang*, breite
temperature: temperatur*, grad, warm*, kalt, kälter*, heiz*
window: fenster*, tür*
device: gerät*, thermostat*, maschine*
stuck: klemm*, fest, fest sitz*, blockier*, sitzt fest
assume: annimm*, annehm*, davon aus, gilt als, betracht*
read: les*, lies*, gelesen, lad*
share: teil*, geteilt
note: notiz*, kommentar*, anmerkung*, hinweis*
delete: lösch*, gelöscht, entfern*
copy: kopie*, kopier*, sicherung*, version*
save: speicher*, gespeichert, aufbewahr*, behalt*, merk*
split: teil*, aufgeteilt, geteilt, stück*, abschnitt*
sequence: reihenfolge*, sortier*, ordnung, liste*
count: anzahl, zähl*, zahl*, menge*
character: zeichen*, buchstab*
name: name*, heiß*, titel*, bezeichn*
create: erstell*, erzeug*, bau*, anleg*, gebaut
update: update*, aktualisier*, neu*
support: unterstütz*, kompatibel, hilf*, hilfe, kundendienst, service*
work: arbeit*, funktionier*, betrieb*, läuft
use: verwend*, benutz*, nutz*, anwend*, einlös*
get: bekomm*, erhalt*, erhält, hat, haben, gibt, geben, biet*, gewähr*, verfügbar, verfüg*
choose: wähl*, auswähl*, gewählt, entscheid*
find: find*, gefunden, such*, entdeck*, bemerk*, erkenn*
together: zusammen*, gemeinsam, beide*, kombin*
take-home: mitnehm*, nach hause
own-cost: zusätzlich*, extra, aufpreis, gesondert
partner: partner*
medicine: impf*, blut*, wunde*
video: video*
emergency: notfall*, notruf*, dringend*
yarn: garn*, wolle*, strick*, knäuel
colour: farb*, gefärb*
made-of: besteht, enthält, bestehen, enthalt*, fass*
certificate: zertifikat*, zeugnis*, nachweis*, bescheinig*
signature: unterschr*, unterschrift*
score: punkt*, note*, wertung
wait: wart*, ausstehend
leave: verlass*, abreis*, verließ
live: wohn*, leb*
try: probe*, test*, versuch*
rule: regel*, bedingung*, gesetz*
safe: sicher*, schutz, schütz*
parallel: gleichzeitig*, parallel*
place: stadt*, ort*, gemeinde*, kreis
interrupt: unterbroch*, abbruch
resume: fortsetz*, weiter*
per-day: täglich*, pro tag, am tag, je tag, tag, tage, tages*
per-week: wöchentlich*, pro woche, woche, wochen
per-month: monatlich*, pro monat, monat*
per-year: jährlich*, jahr*
per-hour: stündlich*, stunde*, stunden*
`;

export const DE_OPPOSITES = `
order: vor, vorher, bevor, ehe, im voraus | nach, nachdem, danach, nachher
rank: erst*, zuerst, anfang, anfangs | letzt*, zuletzt, ende, schluss
amount: mehr, teurer, höher, erhöh*, steig*, aufschlag, zuschlag | weniger, billiger, günstiger, niedriger, sink*, rabatt, ermäßigung, reduzier*, verringer*, senk*
bound: mindestens, minimum, minimal*, wenigstens, mehr als, frühestens | höchstens, maximal*, maximum, bis zu, unter, weniger als, spätestens, nicht mehr als, innerhalb
included: inklusive, enthalten, inbegriffen, enthält, umfass*, einschließlich, mit dabei | exklusive, ausgenommen, ausgeschlossen, separat, gesondert, getrennt, extra
enabled: einschalt*, eingeschaltet, aktivier*, aktiv, anschalt*, angeschaltet, einzuschalten | ausschalt*, ausgeschaltet, deaktivier*, inaktiv, abschalt*, abgeschaltet, auszuschalten
allowed: erlaubt, erlauben, erlaubnis, gestattet, zulässig, zugelassen, möglich | verboten, verbieten, untersagt, unzulässig, unmöglich, verhinder*, verweiger*
accepted: akzeptier*, angenommen, annehm*, genehmig* | abgelehnt, ablehn*, verworfen, zurückgewiesen
public: öffentlich* | privat*, vertraulich, geheim*
synchronous: synchron* | asynchron*
open: offen*, geöffnet, öffn*, aufmach* | geschlossen
free: kostenlos*, gratis, kostenfrei*, umsonst, gebührenfrei, unentgeltlich, frei | kostenpflichtig, gebührenpflichtig, bezahlt, berechnet
upload: hochlad*, hochgeladen | herunterlad*, heruntergeladen
sender: absender*, verkäufer* | empfänger*, käufer*
upgrade: upgrade*, hochstuf* | downgrade*, herabstuf*
success: gelingt, gelungen, erfolgreich, gültig, korrekt, bestanden | fehlschlag*, fehlgeschlagen, scheiter*, ungültig, fehler, falsch, abgebrochen, bricht
ignored: ignorier*, übersprung*, überspring*, keine wirkung, wirkungslos | fehler*, abgelehnt, wirft, warn*, beachtet, berücksichtig*
kept: behalt*, behält, bleib*, erhalten, aufbewahr*, gespeichert, bewahrt | gelöscht, lösch*, entfern*, verloren, verlier*, verwirf*, verschwind*, vernichtet
started: start*, beginn*, fortgesetzt, fortsetz*, weiter* | stopp*, abgebrochen, abbrech*, beend*, endet, unterbroch*
arrival: ankunft, ankomm*, anreis*, abhol* | abfahrt, abreise, abreis*, abfahr*
inside: drinnen, innen, innenbereich | draußen, außen, außenbereich, freien
added: hinzufüg*, hinzugefügt, ergänz* | entfern*, lösch*, gelöscht
hidden: versteckt*, verborgen, ausgeblendet, unsichtbar | sichtbar, angezeigt, anzeig*, erschein*
automatic: automatisch*, von selbst, von allein | manuell, von hand, selbst, händisch
temporary: vorübergehend, zeitweise, temporär | dauerhaft, endgültig, permanent, für immer
online: online, im internet, im netz | vor ort, an der kasse, persönlich, am schalter
same: gleich*, selbe*, dieselb*, identisch | anders, andere*, unterschied*, verschieden*
size: groß*, lang*, hoch, breit*, schwer* | klein*, kurz*, niedrig*, schmal*, leicht*
speed: schnell*, rasch* | langsam*
age: neu*, neueste*, jung*, jünger* | alt*, älter*, früher*
own: eigen* | geliehen*, gemietet*
day: morgen, morgens, vormittag*, tagsüber, vormittags | abend*, abends, nacht*, nachts
weekdays: werktag*, arbeitstag* | wochenende*
wetness: nass*, feucht* | trocken*
heat: warm*, heiß*, heiz* | kalt*, kühl*
full: voll*, gefüllt | leer*, entleer*
above: oberhalb, oben | unterhalb, unten
left: links | rechts
sort: aufsteigend* | absteigend*
encrypted: verschlüssel* | unverschlüsselt*, klartext, entschlüssel*
adult: erwachsen* | kind*, minderjährig*, baby*
hands: von hand, handwäsche | maschine*, waschmaschine*
collect: abgeholt, abhol*, abholung* | geliefert, liefer*, zugestellt
buy: kauf*, gekauft | verkauf*
lend: leih*, ausleih*, mieten, miet* | zurückgeb*, zurückgegeben, rückgabe
guests: mitglied*, kund* | nichtmitglied*, gäste, gast, besucher*
letter-case: großbuchstab* | kleinbuchstab*
company: allein, alleine, unbegleitet | begleitet, in begleitung, zusammen mit
reversal: rückgängig, wiederherstell*, wiederhergestellt | endgültig, unwiderruflich, dauerhaft
`;

export const DE_MARKERS = `
not: nicht, nein, kein, keine, keinen, keinem, keiner, keines, nie, niemals, ohne, weder, niemand, nichts, nirgends, anstatt, statt
optional: müssen nicht, muss nicht, nicht nötig, nicht notwendig, nicht erforderlich, optional, freiwillig, braucht nicht, brauchen nicht, wahlweise, brauchen kein*, nicht verpflichtet, braucht kein*
must: muss, müssen, musst, erforderlich, verpflichtend, pflicht, nötig, notwendig, zwingend, haben zu
may: kann, können, darf, dürfen, kannst, darfst, möglich, erlaubt
only: nur, ausschließlich, lediglich, allein, bloß
except: außer, es sei denn, ausgenommen, nur wenn, bis auf, mit ausnahme, erst wenn, nur mit
all: alle, aller, allen, alles, jede, jeder, jedes, jeden, jedem, immer, sämtlich*, stets, jederzeit, ausnahmslos, selbst wenn, auch wenn, sowohl, überall, unbegrenzt, egal, unbeschränkt, gesamt*
hedge: normalerweise, meist, meistens, oft, manchmal, in der regel, gewöhnlich, kann, können, etwa, ungefähr, teils, einige, manche, eventuell, möglicherweise, vielleicht, selten
if: wenn, falls, sofern, bei, wer
light: kurz gesagt, kurzum, zusammengefasst, ist, sind, war, waren, wird, werden, wurde, wurden, sein, haben, hat, hatte, machen, macht, auch, noch, schon, so, dann, dort, hier, dies*, es, sie, man, ja, nein, sehr, etwa, dabei, dafür, damit, davon, dazu, lässt, lassen, lass*, sich, zum, zur, beim, gehen, geht, kommen, kommt, gibt, geben, sollte, sollten, soll, sollen, möchte*, will, ding*, weise, fall, fälle, sodass, sowie, sowohl, immer, weiter*, möglich*, sogar, selbst, gerade, wobei, während, dass
forbid: darf nicht, dürfen nicht, darf kein*, dürfen kein*, kann nicht, können nicht, verboten, nicht erlaubt, nicht möglich
`;
