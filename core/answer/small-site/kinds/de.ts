/** German wordings of the kinds; how a line is read is told in `business-kinds.ts`. */
export const GERMAN_KINDS = `
hours: öffnungszeit*, geöffnet, geschlossen, ladenöffnung*, sprechzeit*, bürozeit*, geschäftszeit*, ruhetag*, öffnet, schließt, schliesst, öffnungszeiten, ladenschluss | wann habt ihr auf, habt ihr auf, auf, offen, wann macht ihr auf, wann öffnet, bis wann, macht ihr zu, wann seid ihr da, habt ihr .. auf, haben sie .. auf, hat .. auf, ab wann | täglich, zeiten, uhr
monday: montag*, mo, montags | werktag* | täglich, montag bis, mo fr, werktags, wochentags
saturday: samstag*, sonnabend*, sa, wochenende*, samstags | | täglich, mo so
sunday: sonntag*, so, wochenende*, sonntags | | täglich, mo so
wednesday: mittwoch*, mi | | täglich, montag bis, mo fr
holiday: feiertag*, !weihnachten, !ostern, !silvester, !neujahr, !heiligabend, ferien
season: saison*, winter*, sommer*, frühling, frühjahr, herbst, ganzjährig
evening: abend*, nachts, nacht, spät, feierabend
morning: morgens, vormittag*, frühmorgens
price: preis*, kosten*, gebühr*, tarif*, *preis, *preise, *kosten, *gebühr, honorar* | kostet, kosten, was kostet, wie viel kostet, wie teuer, wieviel, was zahlt, was zahle, was nehmt ihr, teuer, was macht das, wie viel | pro person, pro nacht, pro stunde, das stück
extra: zusätzlich*, zuschlag*, aufpreis*, inklusive, inbegriffen, enthalten, inkl, aufschlag, extra | dazu, kostet .. extra, mit drin, im preis
free: kostenlos*, kostenfrei*, gratis, umsonst, frei, ohne aufpreis | ohne was zu bezahlen, ohne zu zahlen, ohne kosten | keinen, nichts
discount: rabatt*, ermäßig*, vergünstig*, nachlass*, angebot*, günstiger, billiger, sonderpreis*, aktion*, gutscheincode*, sparen, halber preis, zum halben preis, *rabatt, skonto, mengenrabatt | biliger, preiswerter, prozente, günstig
student: !student*, !studierende*, !schüler*, !azubi*
senior: senior*, rentner*, ältere
address: adress*, anschrift, standort*, lageplan, anfahrt*, so finden sie, wegbeschreibung | wo seid ihr, wo ist, wo sind sie, wo liegt, wo finde ich euch, wie komme ich zu, wo genau | filialen
phone: telefon*, tel, anruf*, anrufen, rufnummer*, telefonnummer, handynummer, telefonisch, rufen sie, mobil | eure nummer, ihre nummer, nummer, anrufen, erreiche ich, wie ist die nummer
email: email*, mail, mailadresse, emailadresse, per mail
contact: kontakt*, ansprechpartner*, erreichen, erreichbar, melden sie sich, schreiben sie uns | wie erreiche, mit jemandem sprechen, an wen
delivery: liefer*, versand*, *lieferung, versenden, verschick*, zustell*, paket*, versandkosten*, bote*, *bote, bringdienst*, porto | schickt ihr, schicken, bringt ihr, nach hause, per post, bringen, sendet ihr, haustür
delivery-time: lieferzeit*, versanddauer*, lieferdauer* | wie lange dauert die lieferung, wann kommt, wann ist mein paket, wie schnell liefert | werktage
abroad: ausland*, international*, !österreich, !schweiz, !eu, !frankreich, !polen, europa*
returns: rückgabe*, rücksend*, retour*, umtausch*, umtauschen, zurückgeben, zurückschicken, widerruf*, zurücksenden, zurückbringen | gefällt nicht, passt nicht, falsche größe
refund: erstatt*, rückerstatt*, geld zurück, zurückzahl*, zurückerstatt* | bekomme ich mein geld, geld wieder, krieg ich mein geld | erhalten sie zurück, zurück
cancel: stornier*, storno*, absag*, absagen, kündig*, abbestell*, rücktritt*, verschieb*, umbuch*, terminabsage*, verlegen | fällt aus, fällt .. aus, nicht kommen, kann nicht kommen, verhindert, doch nicht, termin ändern, anderen tag, sagen .. ab
noshow: nicht erscheinen, nicht erscheint, versäumt*, ausfallhonorar*, nicht abgeholt*, nichterscheinen | vergessen, verpasse, verpasst
late: verspät*, zu spät, später
pause: pausier*, ruhen, unterbrech*
leave: kündig*, vertragsende, austritt*
payment: zahlung*, bezahl*, zahlen, zahlungsart*, zahlungsmöglich*, bezahlung*, !bar, !karte, !kartenzahlung, !ec, !girocard, !kreditkarte*, !paypal, !überweisung*, !lastschrift*, !klarna, !rechnung, !sepa, !apple pay, !visa, !mastercard, !amex | mit karte, karte zahlen, bargeld | abgerechnet
instalments: rate, raten, ratenzahlung*, finanzier*, in raten
deposit: anzahl*, anzahlung*, vorkasse*, kaution*, vorauszahlung*, pfand | im voraus zahlen, vorher zahlen
invoice: rechnung*, quittung*, beleg*, kassenbon*
parking: park*, stellplatz*, stellplätze, parkplatz*, parkplätze, parkhaus*, *parkplatz, *parkplätze | auto abstellen, auto lassen, wohin mit dem auto, mit dem auto
charging: ladesäule*, ladestation*, wallbox*, elektroauto*, eauto*, auto laden, e auto*
transport: bus, busse, bahn, bahnhof*, zug, haltestelle*, straßenbahn*, sbahn, ubahn, öffentlich*, nahverkehr*, öpnv, tram, flughafen*
bicycle: fahrrad*, fahrräder*, rad, räder
distance: wie weit, entfern*, nähe, fußweg*, gehminuten, km, kilometer, umkreis
area: liefergebiet*, einzugsgebiet*, umkreis, region*, gebiet*, einsatzgebiet* | wie weit liefert, wie weit, kommt ihr nach | dörfer, bis 6 km, umgebung
home-visit: hausbesuch*, zu hause, vor ort | zu mir nach hause, kommt ihr zu
children: kind*, kinder*, *kind, *kinder, baby*, kleinkind*, säugling*, familie*, sohn, tochter, hochstuhl*, kinderwagen*, wickel*, jugend*, spielplatz*, kids, kleinsten, schulkind* | meine tochter, mein sohn, jährige, jahre alt
age: alter*, mindestalter*, ab welchem alter, wie alt, altersgrenze* | zu alt, zu jung | ab 18, ab 16, jahren
pets: hund*, haustier*, tier, tiere, vierbeiner*, !katze*, !pferd*, *hund, *hunde | | leine
access: barrierefrei*, rollstuhl*, behindert*, ebenerdig*, stufe*, stufenlos*, aufzug*, fahrstuhl*, lift, treppe*, rampe*, gehbehindert*, rollator*, zugänglich*, erdgeschoss | komme ich rein
toilet: toilette*, wc, klo, sanitär*
shower: dusche*, bad, badezimmer, badewanne*
changing: umkleide*, garderobe*, schließfach*, schließfächer
luggage: gepäck*, koffer*
wifi: wlan, wifi, internet*, !handyempfang, !empfang
booking: buchen, buchung*, gebucht, reservier*, termin, termine, anmeld*, terminvereinbar*, vorbestell*, vormerken, terminbuchung* | einen termin, platz bekommen, tisch | anmelden
waiting: warteliste*, wartezeit*, ausgebucht, freie termine, freie plätze | wie schnell, wann habt ihr
lead-time: im voraus, vorlauf*, vorlaufzeit*, vorher, bestellfrist*, bestellschluss* | wie früh, bis wann muss, wie lange vorher, wie weit im voraus | tage vorher, am vortag, bis 17 uhr, mindestens
duration: dauer*, wie lange, dauert, minuten, stunden, bearbeitungszeit* | wie lange dauert, wann ist es fertig, wie lang | in der regel, werktage, wochen
valid: gültig*, haltbar*, ablauf*, verfall* | wie lange gilt, wie lange hält | hält
minimum: mindest*, mindestens, kleinste
maximum: höchst*, maximal, maximum, höchstens
capacity: wie viele personen, plätze, sitzplätze, gruppengröße*, personen | für wie viele, wie viele leute, reicht | reicht für
group: gruppe*, schulklass*, gruppen*
party: feier*, fest, geburtstag*, party, veranstaltung*, mieten, firmenfeier*, jubiläum*, event* | feiern
wedding: hochzeit*, trauung*, heirat*
gift: geschenk*, gutschein*, verschenk*, geschenkgutschein*
founder: gründ*, gegründet, inhaber*, besitzer*, eröffnete, geschichte*, familienbetrieb*, geschäftsführ*, leitung, chef, chefin | wer hat .. gegründet, wem gehört, wer führt, wer leitet, wer ist der chef, wer steckt hinter | über uns, generation*, führen, eröffnet
company-age: seit wann, wie lange gibt es, gegründet, tradition* | und wann, wann war das, seit wann gibt es | seit 19*, seit 20*, im jahr, jahre*
staff: team, mitarbeit*, personal, ansprechpartner*, trainer*, lehrer*, meister*, *meister, *meisterin, konditor* | wer macht, wer unterrichtet, wer ist, wer gibt, wer behandelt, wer backt
qualified: zertifi*, qualifi*, zugelassen*, meisterbetrieb*, geprüft*, auszeichnung*, ausgezeichnet
job: job, jobs, offene stellen, stellenanzeige*, ausbildung*, azubi*, praktikum*, bewerb*, karriere*, arbeiten bei, stellenangebot*, lehrstelle*, aushilfe* | arbeiten, eine lehre, jemanden
beginner: anfänger*, einsteiger*, vorkenntnis*, erste mal, neu, einstieg*, noch nie
first-visit: erstbesuch*, erster besuch, erstes mal, neukunde*, neue patienten, probe*, schnupper* | erste mal
bring: mitbring*, mitnehmen, bringen sie | mitbringen, was brauche ich, was muss ich
wear: kleidung*, anzieh*, schuhe, dresscode*, *kleidung
provided: gestellt, vorhanden, leih*, ausleih*, stellen wir, zur verfügung | habt ihr, gibt es, kann ich leihen
rent: miet*, verleih*, leih*, vermiet*, ausleihen
id: ausweis*, personalausweis*, führerschein*, reisepass*, nachweis*
guarantee: garantie*, gewährleist*, reklam*
damage: schaden*, beschädig*, kaputt*, defekt*, mangel*, mängel
lost: verloren, verlor*, nicht angekommen, fehlt, fundsachen, gestohlen, diebstahl*, vergessen | nicht da, wo ist mein paket
track: sendungsverfolg*, verfolg*, sendungsnummer*
repair: reparatur*, reparier*, wartung*, instandsetz*
complaint: beschwerde*, beschwer*, unzufrieden, reklam*
emergency: notfall*, notdienst*, dringend, sofort, notruf*, bereitschaft*
insurance: versicher*, krankenkasse*
privacy: datenschutz*, daten, dsgvo
account: konto, kundenkonto*, passwort*, einlogg*, anmelden
subscription: abo, abonn*, monatlich
membership: mitglied*, beitrag*, mitgliedschaft*
trial: probe*, probestunde*, schnupper*, testen, probetraining*, kostproben*
loyalty: treue*, bonus*, treuekarte*, punkte, stempelkarte*
food: essen, speise*, restaurant*, café*, imbiss*, mahlzeit*, !frühstück*, !mittag*, !abendessen, bistro*, kuchen*, snack*, catering*, platten | frühstücken, was zu essen
drink: getränk*, bier, wein, kaffee, alkohol*, bar
diet: allerg*, unverträglich*, !vegan*, !vegetar*, !gluten*, !laktose*, !nuss, !nüsse, zutat*, !halal, inhaltsstoff*, diät*, !zuckerfrei, !bio | ohne gluten, was ist drin, was drin ist, was drin
smoking: rauch*
noise: ruhe*, lärm*, laut, musik, nachtruhe*
photo: foto*, fotograf*, bilder, !video*
weather: wetter*, regen*, regnet
heating: heizung*, beheizt*, temperatur*, warm, kalt, !klimaanlage*, grad
pool: schwimmbad*, pool*, !sauna*, freibad
arrival: ankunft*, anreise*, anreisen, check in, einchecken, ankommen | wann können wir rein
departure: abreise*, check out, auschecken, räumen, abreisen
collect: abhol*, selbstabhol*, abholen, abholtermin* | kann ich .. holen
shop: laden, geschäft*, ladengeschäft*, filiale*, verkaufsraum*, ausstellung*
branches: filial*, zweigstelle*, standorte, weitere läden
online: online*, website, webseite, internet, !app, onlineshop*
language: sprache*, sprechen sie, sprecht ihr, !englisch*, !türkisch*, !französisch*, dolmetsch*, übersetz*
brands: marke*, hersteller*, sortiment*
size: größe*, maße*, abmess*, länge, breite, groß
material: material*, aus was, stoff*, besteht
origin: woher, herkunft*, stammt, regional*, aus der region, hergestellt, angebaut | wo kommt, woher kommt, woher bekommt | wächst, geliefert, vermahlen, liefert
organic: bio*, nachhaltig*, umwelt*, recycl*, ökolog*, plastik*, verpackung*
care: pflege*, reinig*, waschen, aufbewahr*, lager*, spülmaschine* | wie lagere, aufheben, frisch halten
custom: individuell*, wunsch*, sonderanfertig*, schriftzug*, personalisier*, auf bestellung, motiv*
wholesale: großhandel*, wiederverkäuf*, gewerb*, händler*
business: firma, firmen, betrieb*, unternehmen*, geschäftskund*, büro
quote: angebot*, kostenvoranschlag*, kostenvoranschläge
consultation: beratung*, beratungsgespräch*, berät, beraten
sell-back: ankauf*, inzahlung*, gebraucht*
dispose: entsorg*, altgerät*, abholen
install: montage*, montier*, einbau*, aufbau*, install*
sell: zu verkaufen, verkauf | verkauft ihr, verkaufen sie, kann man .. kaufen, kaufen, habt ihr | angebot, sortiment, erhältlich
permission: erlaub*, verboten, dürfen, darf | darf ich, ist es erlaubt, mit ins | willkommen
health: schwanger*, gesund*, krank*, verletz*, rezept*
timetable: termin*, kurszeit*, stundenplan*, beginn*, wann beginnt | wann ist der nächste, wann findet
certificate: zertifikat*, prüfung*, zeugnis*, bescheinigung*
stay-longer: übernacht*, nächte, verlänger*
room: zimmer*, *zimmer
leftover: vortag*, vom vortag, reste, übrig*, rest
bread: brot*, *brot, laib*, brötchen*, *brötchen, semmel*
cake: torte*, *torte, *torten, kuchen*, gebäck*
cut: schneid*, geschnitten
flour: mehl*, getreide*, roggen*, weizen*
plant: pflanz*, *pflanzen, blume*, beet*, strauch*, baum, bäume
garden: garten*, gärtner*
tree: gehölz*, hecke*, obstbaum*
hair: haar*, frisur*, schnitt, haarschnitt*
tooth: zahn*, zähne
bike: ebike*, pedelec*
key: schlüssel*
ticket: eintritt*, ticket*, karten
playground: spielplatz*, spielecke*
kitchen: küche*, kühlschrank*
linen: handtuch*, handtücher, bettwäsche*
laundry: waschmaschine*, wäsche*
`;
