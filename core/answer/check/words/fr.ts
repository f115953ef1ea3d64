/** French words of a meaning, one meaning a line, in the notation of `meanings.ts`. */
export const FR_SYNONYMS = `
case: majuscul*, minuscul*, casse
cost: coût*, prix, pay*, paie*, tarif*, frais, montant, règl*
refund: rembours*, crédit*, repris
book: réserv*, rendez-vous, prévu*
cancel: annul*, résili*
phone: téléphon*, appel*, par téléphone
write: écri*, courriel*, message*, prévenir, inform*, avert*, signal*, contact*
site: page*, site*
file: fichier*, document*, pièce*
folder: dossier*, répertoire*
show: affich*, montr*, voir, voit, appara*
error: erreur*, avert*, problème*, panne*
check: vérif*, contrôl*, valid*
run: exécut*, lanc*, tourn*, appel*
setting: réglage*, option*, champ*, valeur*, config*, paramètr*
default: par défaut, d'usine, sauf indication
change: chang*, modifi*, édit*, ajust*, remplac*, échang*
extend: renouvel*, prolong*
expire: expir*, valable*, validité, périm*
period: dur*, délai*, période*
need: nécess*, besoin, requi*, obligatoire*, il faut, exig*
person: personne*, gens, client*, utilisateur*, particip*, quelqu'un, visiteur*, ceux, abonné*
child: enfant*, jeune*, bébé*
old: senior*, retraité*, âgé*
parent: parent*, mère*, père*, famil*
animal: animal*, animaux, chien*, chat, chats
car: voiture*, véhicule*, auto*
puncture: pneu*, crevaison*, roue*
bike: vélo*, bicyclette*
parking: parking, stationn*, garage*, place*
room: chambre*, logement*, maison*, salle*, apparte*
luggage: bagage*, valise*, sac, sacs
food: repas, petit-déjeuner, déjeuner*, dîner*, manger, boisson*, cuisin*, verre
bed: nuit*, dorm*, séjour*
time: heure*, horaire*
date: date*, jour*
deadline: délai*, jusqu'*, date limite, avant
monday: lundi*
tuesday: mardi*
wednesday: mercredi*
thursday: jeudi*
friday: vendredi*
saturday: samedi*, week-end*, fin de semaine
sunday: dimanche*, week-end*
holiday: férié*, vacances, congé*
spring: printemps
summer: été, estival*
autumn: automne
winter: hiver*
same-day: jour même, aujourd'hui
at-once: immédiat*, aussitôt, tout de suite
early: à l'avance, avance, tôt, préalable
late: tard*, retard*
fine: amende*, pénalit*
ticket: billet*, entrée*, place*, entr*
card: carte*
lost: perd*, vol, volé*, manqu*, dispar*
damage: dégât*, dommage*, cass*, endommag*, fuit*, défect*
repair: répar*, entret*, dépann*
clean: nettoy*, lav*, rinc*
put: mett*, plac*, pos*, vers*, rempl*, instal*, utilis*, emplo*
take-out: retir*, enlev*, sort*, dévis*
tighten: ferm*, serr*, bloqu*, verrouill*
water: eau*, robinet
fuel: carburant*, essence, réservoir
power: courant, électri*, charg*, batterie*, pile*, prise*
server: serveur*, machine*, ordinateur*
connection: conne*, réseau*, lien*, accè*, accéd*, attein*
request: demand*, requête*, command*, réclam*
response: répon*, résult*, renvo*
send: envoi*, envoy*, expéd*, livr*, transm*, transfér*
arrive: arriv*, vien*, ven*
parcel: colis, paquet*, envoi*, article*, produit*, objet*, pièce*
furniture: meuble*, canapé*, armoire*, matelas
waste: déchet*, ordure*, encombrant*
sign-in: connexion, mot de passe, compte*, connect*
administrator: propriétaire*, administrateur*, gérant*
plan: formule*, abonne*, forfait*, abonné*
voucher: bon, bons, chèque*, cadeau*
insurance: assur*, polic*, couver*, franchise
doctor: médecin*, docteur*, infirm*, cliniq*, cabinet
illness: malad*, allerg*, douleur*
school: école*, cours, étud*, formation*, universi*
teacher: enseign*, professeur*, donné*, animé*, présent*
language: langue*, tradu*, interprèt*
picture: photo*, image*
spectacles: lunettes
towel: serviette*
cap: bonnet*
swim: nag*, piscine*, bain*, couloir*
apron: tablier*
wine: vin, vins
garden: jardin*, cour
seat: place*, siège*, fauteuil*
disabled: handicap*, fauteuil*
performance: spectacle*, représentation*, séance*, concert*, opéra
interval: entracte
group: groupe*, équipe*
discount: réduc*, remis*, rédui*, économis*
concession: chôm*, demandeur* d'emploi, étudiant*
police: police, plainte
bank: banque*, société, entreprise*, fournisseur*
street: rue*, adresse*, situ*, trouv*
pavement: trottoir*
weight: poids, pes*, pès*, lourd*
size: taille*, grand*, hauteur, haut*, longueur, long*, larg*
temperature: températur*, degré*, chaud*, froid*
window: fenêtre*, porte*
device: appareil*, machine*, dispositif*
stuck: coinc*, bloqu*
assume: suppos*, considér*, trait*, compt*
read: li*, lect*, lu
share: partag*
note: note*, comment*
delete: supprim*, effac*
copy: copi*, sauvegard*, version*
save: enregistr*, sauvegard*, conserv*, gard*
split: divis*, découp*, part*, morceau*, section*
sequence: ordre*, tri*, class*, liste*
count: nombre*, quantit*, compt*, total*
character: caractère*, lettre*
name: nom, noms, appel*, titre*
create: cré*, génér*, fai*, constru*
update: mise à jour, actualis*, nouve*
support: prend* en charge, compatib*, aid*, assist*, service*
work: travail*, fonctionn*, march*
use: utilis*, emplo*, appliqu*
get: obten*, obtient, reç*, recev*, a, ont, donn*, offr*, dispo*
choose: chois*, sélection*
find: trouv*, cherch*, découvr*, détect*
together: ensemble, deux, combin*, avec
take-home: emport*, à la maison
own-cost: supplément*, en plus, à part
partner: partenaire*
medicine: vaccin*, sang, plaie*
video: vidéo*, visio*
emergency: urgence*, urgent*
yarn: laine*, fil, pelote*, tricot*
colour: couleur*, tein*
made-of: contien*, conten*, compos*
certificate: certificat*, justificatif*, diplôme*, attestation*
signature: sign*, signature*
score: point*, note*
wait: attend*, attente
leave: quitt*, part*, laiss*, libér*
live: habit*, viv*
try: essai*, essay*
rule: règl*, condition*, loi*
safe: sécur*, sûr*, protég*, protec*
parallel: même temps, simultané*, parallèl*, à la fois
place: ville*, commun*, local*
interrupt: interromp*, interrup*
resume: repren*, poursui*
per-day: par jour, quotidien*, chaque jour, jour, jours
per-week: semaine*, hebdomadaire*
per-month: mois, mensuel*
per-year: an, ans, année*, annuel*
per-hour: heure*, horaire
`;

export const FR_OPPOSITES = `
order: avant, préalable*, à l'avance | après, ensuite
rank: premier*, première*, début | dernier*, dernière*, fin
amount: plus, davantage, supérieur*, augment*, hausse, supplément* | moins, inférieur*, rédui*, baiss*, diminu*, remise, réduction
bound: au moins, minim*, au minimum, plus de, à partir de | au plus, maxim*, au maximum, jusqu'à, moins de, dans les
included: inclus*, compris*, comprend*, comprenn*, conten*, contien*, couvr*, couvert* | exclu*, à part, séparé*, en sus, sauf, hormis, except*
enabled: activ*, allum* | désactiv*, étein*, éteign*, inactiv*
allowed: autoris*, permis, permet*, possible* | interdi*, défend*, impossible*, empêch*
accepted: accept*, approuv* | refus*, rejet*
public: public, publique*, publics | privé*, secret*, confidentiel*
synchronous: synchrone* | asynchrone*
open: ouvert*, ouvre*, ouvrir | fermé*
free: gratuit*, offert*, sans frais | payant*, facturé*, payé*
upload: téléverse*, envoyer, mettre en ligne | télécharge*
sender: expéditeur*, vendeur* | destinataire*, acheteur*
upgrade: surclass* | rétrograd*
success: réuss*, succès, valide*, valable* | échou*, échec, erreur*, invalide*, échoue
ignored: ignor*, saut*, sans effet | erreur*, rejet*, lève, averti*
kept: conserv*, gard*, rest*, maintien*, maintenu* | supprim*, effac*, perd*, disparai*, retir*
started: commenc*, démarr*, début*, reprend*, continu*, reprise | arrêt*, termin*, finiss*, fini*, interromp*
arrival: arriv* | dépar*, départ*
inside: intérieur*, dedans | extérieur*, dehors
added: ajout* | supprim*, enlev*, retir*
hidden: masqu*, cach*, invisible* | visible*, affich*, appara*
automatic: automatiq*, tout seul | manuel*, à la main
temporary: temporair*, provisoir* | définiti*, permanent*
online: en ligne, internet, site | au guichet, sur place, en personne
same: même*, identique*, égal* | différen*, autre*
size: grand*, long*, haut* | petit*, court*, bas*
speed: rapid*, vite | lent*
age: nouve*, récent* | vieux, vieille*, ancien*
own: propre*, personnel | loué*, prêté*
day: matin* | soir*, nuit*
weekdays: ouvrable*, ouvré*, en semaine | week-end*, weekend*
wetness: mouillé*, humide* | sec*, sèche*
heat: chaud* | froid*
full: plein*, rempl* | vide*, vidé*
above: au-dessus, dessus, en haut | au-dessous, dessous, en bas
left: gauche | droite
sort: croissant* | décroissant*
encrypted: chiffré* | non chiffré*, en clair
adult: adulte* | enfant*, mineur*, bébé*
hands: à la main | machine
collect: retir*, retrait | livr*, livraison
buy: achet*, achat* | vend*, vente
lend: emprunt*, lou* | rend*, rapport*, retourn*
guests: membre*, abonné*, client* | non-membre*, invité*, visiteur*
letter-case: majuscule* | minuscule*
company: seul*, non accompagné* | accompagné*
reversal: annulé par, restaur*, récupér* | définitivement, irréversible*
`;

export const FR_MARKERS = `
not: pas, ne peut pas, ne peuvent pas, ne doit pas, jamais, sans, aucun, aucune, ni, rien, personne ne, non, au lieu de
optional: pas obligatoire*, facultati*, pas nécessaire*, pas besoin, optionnel*, inutile de, pas obligé*
must: doit, doivent, devez, dois, il faut, obligatoire*, obligé*, nécessaire*, oblig*
may: peut, peuvent, pouvez, peux, possible, permis
only: seulement, uniquement, exclusivement, seul, seuls, seule, seules, ne que, qu'à, que
except: sauf, hormis, excepté, à moins que, hors, seulement si
all: tout, toute, tous, toutes, toujours, n'importe, même si, y compris, compris, sans exception, illimité*, à tout moment, quel que
hedge: normalement, généralement, souvent, parfois, en général, peut, peuvent, environ, certains, certaines, quelques, peut-être, habituellement, éventuellement
if: si, quand, lorsque, ceux qui, en cas
light: en bref, en résumé, est, sont, être, était, a, ont, avoir, fait, faire, aussi, déjà, ainsi, alors, ici, là, ce, cette, ces, cela, oui, très, chose*, cas, façon, manière, va, vont, aller, peut, peuvent, doit, doivent, pendant, parce, afin, pour, lorsque, quand, où, donc, y, en, on, il, elle, ils, elles
forbid: ne peut pas, ne peuvent pas, ne doit pas, ne doivent pas, on ne peut pas, interdit*
`;
