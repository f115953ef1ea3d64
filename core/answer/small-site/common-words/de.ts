/** Common German words that no page is about, in the forms in which a question is told with them. */
export const COMMON_DE = `
unterwegs sofort später früh spät viel wenig mehr weniger immer manchmal nie oft ganz sehr genau einfach schnell
lange weit ungefähr etwa zusammen allein steht stehen drin drauf dran dafür damit dabei deshalb außerdem geht gehen
fällt läuft passiert passieren darf lassen lieber toll schlecht eigene eigenen eigenes verkaufen verkauft ihr bietet
bieten an anbieten kommen kommt komme schicken schickt kaufen kauft gekauft bekommen bekomme kriegen kriegt geben
gibt gibts bringen bringt machen macht nehmen nimmt nehmt woche wochen tag tage tagen monat monate jahr jahre heute
morgen gestern zeit stunde stunden minute minuten eins zwei drei vier fünf sechs mutter vater mann frau tochter sohn
schwester bruder freund freundin familie kind oma opa leute jemand etwas was irgendwas alles nichts sache sachen
ding dinge sonst wirklich eigentlich leider vielleicht gerade jetzt noch schon mal denn gerne gern bitte hallo groß
große kleine klein neue neuen alt alte alten gut gute schön möglich dürfen könnt könnte würde würden brauchen
braucht suche suchen finden findet sehen denke weiß bei euch eure euer eurer eurem euren mich mir uns unser unsere
man kann können sollte muss müssen möchte möchten will wollen habt hab habe haben hätte hätten seid sind wäre bin
direkt da rein raus rüber hin her hoch runter rum ab wieder zurück weg los fest dahin dorthin nirgends überall
irgendwo irgendwie irgendwann trotzdem deswegen darum daran daher davor danach davon darauf darin darüber wofür
womit wovon worauf wozu wieso weshalb weil falls sobald solange obwohl während bevor nachdem sondern jedoch
allerdings ansonsten übrigens circa ca fast beinahe ziemlich richtig echt total voll völlig komplett extrem super
krass halt eben bloß nur alleine selber selbst wenigstens überhaupt gar kaum erst bereits bald frühestens spätestens
spätesten frühesten jederzeit kurzfristig spontan regelmäßig täglich normalerweise meistens höchstens gleichzeitig
nochmal nochmals diesmal nächste nächsten nächstes nächster letzte letzten letztes erste ersten erstes erster zweite
zweiten zweimal einmal mehrere mehreren verschiedene verschiedenen paar wenige beide beiden jeder jede jedes jeden
jemanden niemand keiner keine keinen kein ne nen n ner nem ok okay ja nein nö aufm fürs ins vorm beim zum zur vom
ums übers unterm eures sein seine seinen ihre ihren ihrem unserem unseren unserer dieses diesen dieser diese dies
jener solche brauch komm krieg kriege bekommt kam kamen gekommen gekriegt ging gingen gegangen lief laufen läufts
klappt klappen passt passen passte liegt liegen lag gelegen sitzt sitzen saß setzen stellt stellen gestellt stand
gestanden legt legen gelegt hält halten hielt gehalten holt holen geholt hole tun tut tat getan zieht ziehen gezogen
wirft werfen schmeißen schiebt hebt heben trägt tragen trage fährt fahren fahre gefahren führt führen bleibt bleiben
blieb geblieben bleibe hört hören aufhören fängt anfangen angefangen beginnen sieht seht sehe gesehen schaut schauen
guckt gucken geguckt anschauen angucken ansehen versteht verstehen verstehe verstanden kennt kennen wissen wisst
glaubt glauben glaube meint meinen meine denkt dachte hofft hoffe lohnt wirkt scheint klingt fühlt heißt nennt sagt
gesagt erzählt fragt fragen gefragt antwortet redet reden sprechen spricht rufen ruft schreiben schreibt geschrieben
lesen zeigen zeigt erfahren erfährt merkt vergessen erinnert wechseln wechselt wechsle ändert ändern tauscht nutzen
nutzt benutzt verwendet probieren versuchen versucht schafft schaffen geschafft hilft geholfen kümmert sorgt
erledigt regelt klärt beraten empfehlt empfiehlt lasst lässt gelassen dürft dürfte solltet sollten soll sollen mag
mögt wollte wollten wollt würdet werde wird werden wurde wurden worden geworden wär wären war waren warst gewesen
hatte hatten hattet könntet konnte konnten musste mussten müsst müsste brauchte gebraucht gefällt gefallen schmeckt
ankommt annehmt nehm nimm angenommen ausgeben abgegeben abgeben abgebt angeboten weitergeben bescheid sagen
vorbeikommen vorbei vorbeischauen mitkommen dabeihaben umgehen unternehmen verlangt nennen lang kurz breit dick dünn
schwer leicht großer großes größer kleiner kleines kleinen viele vielen teuer hübsch hässlich sauber schlimm
schlimmer besser besten bester liebsten wichtig nötig notwendig ernst sicher klar egal normal normale normalen
üblich speziell besonders besondere bestimmt bestimmte bestimmten unsicher zufrieden glücklich traurig sauer nett
freundlich fertig bereit aktuell aktuelle derzeit momentan moment augenblick demnächst früher ehemals damals
kürzlich neulich vorgestern übermorgen mittags heutzutage ganze ganzen ganzer halbe halben doppelt einzeln einzelne
gemeinsam gesamt insgesamt wegen statt anstatt außer gegen hinter vor neben zwischen trotz hinein hinaus herein
heraus herum drinnen draußen oben unten links rechts vorne hinten innen außen sieben acht neun zehn zwölf hundert
dutzend viertel typ art arten weise fall fälle grund ort stelle seite frage problem probleme thema punkt bisschen
menge teil rest anfang ende mitte zeug kram gedanke idee tipp info infos information informationen auskunft
geschichte mama papa eltern ehemann ehefrau bekannter bekannte bekannten nachbar kumpel omas großmutter
schwiegermutter freunde kollegen mensch menschen person erwachsene erwachsener pro min zahlt türe neues voranschlag
dahinter dazu einwerfen ergibt
`;
