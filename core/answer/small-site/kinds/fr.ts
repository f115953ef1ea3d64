/** French wordings of the kinds; how a line is read is told in `business-kinds.ts`. */
export const FRENCH_KINDS = `
hours: horaire*, heures d'ouverture, ouvert*, ferme*, fermeture, ouverture*, ouvrez, ouvre | quelle heure, vous ouvrez, ouvert quand, c'est ouvert, jusqu'à quelle heure, quand êtes vous | tous les jours, de 9 h
monday: lundi* | | tous les jours, 7 jours sur 7, du lundi
saturday: samedi*, week end*, weekend* | | tous les jours, 7 jours sur 7
sunday: dimanche*, week end*, weekend* | | tous les jours, 7 jours sur 7
holiday: férié*, !noël, !pâques, vacances
season: saison*, hiver*, été, printemps, automne, toute l'année, année | quand dans l'année, quels mois, ouvert quand | du 1er, avril, septembre
evening: soir*, nuit*, tard
morning: matin*
price: prix, tarif*, coût*, frais, coute*, cher | combien ça coûte, combien coûte, c'est combien, quel prix, combien, ça coûte, combien on paie, combien pour | par nuit, par personne, la semaine, la nuit, euros
extra: supplément*, en plus, compris*, inclus*, fourni* | c'est compris, est compris, payant, payant ou pas | non compris
free: gratuit*, offert*, sans frais, gracieusement | gratuit ou payant, payant
discount: réduction*, remise*, promo*, rabais, tarif réduit, offre*, moins cher, soldes, code promo, longs séjours
student: !étudiant*
senior: senior*, retraité*
address: adresse*, plan d'accès, se trouve, situé*, nous trouver, localisation, accès, venir | où êtes vous, où se trouve, où c'est, comment venir, où est, comment y aller, vous êtes où
phone: téléphone*, tel, numéro de téléphone, appeler, appel*, portable | votre numéro, numéro, vous appeler, joindre
email: email*, courriel*, mail, adresse mail, mél
contact: contact*, joindre, nous écrire, contacter | vous joindre, parler à
delivery: livr*, expédi*, envoi*, colis, port, transporteur* | envoyez vous, livrez vous, vous livrez
delivery-time: délai de livraison, délais de livraison, délai* | quand vais je recevoir, combien de temps pour recevoir
abroad: étranger*, international*, !belgique, !suisse, !europe, !dom tom
returns: retour*, renvoy*, échang*, rétractation* | ne me va pas, rendre, changer d'avis
refund: rembours*, avoir | récupérer notre argent, récupérer mon argent, récupérer .. argent, être remboursé, perdre .. argent | acompte conservé, est due
cancel: annul*, décommander, résili*, report*, modifier, désist* | ne peut plus venir, empêchement, ne pourrai pas, ne peux pas venir, opérer, ne viens pas, changer la date
noshow: sans nouvelles, non présentation, absence*, absent*
late: retard*, tard*, après l'heure
pause: suspen*, pause
leave: résili*, désabonn*, quitter
payment: paiement*, payer, régler, moyens de paiement, règlement des, !carte*, !espèces, !chèque*, !chèques vacances, !paypal, !virement*, !cb, !carte bleue, !ancv, !liquide, !amex, !apple pay | on peut payer, on peut régler, vous acceptez, prenez vous | se règle, réglable, solde
instalments: plusieurs fois, mensualité*, échelonn*, en 3 fois, trois fois
deposit: acompte*, arrhes, caution*, avance, dépôt de garantie
invoice: facture*, reçu*
parking: parking*, stationn*, garer, se garer, garage* | laisser la voiture, où mettre la voiture, pour la voiture
charging: borne*, recharge*, recharger, voiture électrique, véhicule électrique
transport: train*, gare*, bus, métro, tram*, navette*, aéroport*, transport*, arrêt | en train, garre
bicycle: vélo*, bicyclette*, cycliste*
car: voiture*, véhicule*
distance: distance*, à combien, loin*, proche*, près, à pied, km, minutes à pied
area: secteur*, zone*, région*, déplac* | vous déplacez vous, venez vous
home-visit: à domicile, chez vous
children: enfant*, bébé*, fils, fille, famille*, ado*, petits, tout petits, chaise haute, lit bébé, club enfants, poussette*, garçon*, mineur* | mon fils, ma fille, ans
age: âge*, quel âge, à partir de quel âge, ans | trop jeune | à partir de, moins de
pets: chien*, animaux, animal*, !chat*, quatre pattes, toutou*, !cheval | | laisse
access: fauteuil*, handicap*, pmr, accessible*, mobilité réduite, ascenseur*, escalier*, marches, plain pied, rampe*, rez de chaussée
toilet: toilette*, wc, sanitaire*
shower: douche*, bain, baignoire*, salle d'eau, salle de bain
changing: vestiaire*, casier*, consigne*
luggage: bagage*, valise*
wifi: wifi, internet*, connexion*, !réseau | ça capte, capte partout
booking: réserv*, rendez vous, rdv, inscri*, s'inscrire | prendre rendez vous, faut il réserver | réservez
waiting: liste d'attente, complet*, disponib*, attente
lead-time: à l'avance, la veille, avant | combien de temps avant, combien de temps à l'avance | commandez la veille, au plus tard
duration: durée*, combien de temps, dure, minutes, heures | ça dure, ça prend combien
valid: valable*, validité, expir*
minimum: minimum, au moins | une seule nuit, juste une nuit | la nuit seule
maximum: maximum, au plus, max
capacity: combien de personnes, places, capacité* | on peut être combien, combien on peut | personnes
group: groupe*, scolaire*, école*, séminaire*
party: fête*, anniversaire*, évènement*, événement*, privatis*, soirée*
wedding: mariage*, noces, marier
gift: cadeau*, bon cadeau, carte cadeau, offrir, chèque cadeau
founder: fond*, créé*, propriétaire*, gérant*, histoire, famille*, patron*, repris, directeur*, directrice* | qui a créé, à qui appartient, qui tient, qui est le patron, qui dirige, c'est qui | qui sommes nous, ont repris, une affaire de famille
company-age: depuis quand, créé en, existe depuis | depuis combien de temps | depuis, en 19*, en 20*
staff: équipe*, personnel*, professeur*, prof, moniteur*, animateur* | qui fait, qui donne, qui s'occupe, qui est
qualified: diplôm*, certifi*, agréé*, label*
job: emploi*, recrut*, stage*, embauch*, travailler chez, saisonnier*, poste*
beginner: débutant*, niveau, jamais fait, première fois
first-visit: première visite, première fois, nouveaux clients, première séance
bring: apporter, emporter, amener, prévoir | faut il apporter, qu'est ce qu'on apporte
wear: tenue*, vêtement*, habill*, chaussure*, maillot*, short* | mettre un short, porter
provided: fourni*, prêt*, disposition, à disposition, prêté* | vous avez, il y a, y a t il, les draps sont
rent: lou*, location*, louer, loue
id: pièce d'identité, carte d'identité, passeport*, permis*, justificatif*
guarantee: garanti*
damage: abîm*, cassé*, dégât*, défectueu*, dommage*, endommag*
lost: perdu*, volé*, vol, oublié*, pas reçu
track: suivi*, suivre
repair: répar*, dépann*, entretien*
complaint: réclam*, plainte*, mécontent*
emergency: urgence*, urgent*
insurance: assuranc*, assuré*
privacy: confidentialité, données, rgpd
account: compte*, mot de passe, connecter
subscription: abonnement*, abonné*
membership: adhé*, membre*, cotisation*
trial: essai*, essayer
loyalty: fidélité, points
food: restaurant*, manger, snack*, repas, !petit déjeuner, !petits déjeuners, !déjeuner, !dîner, épicerie*, café, cuisine*, pizza*, resto | où manger
bread: pain*, baguette*, croissant*, boulangerie*, viennoiserie*
drink: boisson*, bar, vin*, bière*, alcool*
diet: allerg*, !végétari*, !vegan*, !végan*, !gluten*, !lactose*, régime*, intoléran*, !halal
smoking: fum*, cigarette*
noise: bruit*, calme*, musique*, silence*
photo: photo*, !vidéo*
fire: barbecue*, bbq, feu, feux, braséro*
weather: météo, pluie, pleut
heating: chauff*, température*, !clim*, !climatisation, degrés
pool: piscine*, baign*, aquatique*, bassin*, nager, !sauna, !spa, !jacuzzi
arrival: arriv*, check in, clés | à quelle heure on peut arriver, quelle heure arriver | à partir de 16 h, dès 14 h, disponibles dès
departure: départ*, quitter, check out, libérer, libéré*, partir | faut il partir, doit on partir
collect: retrait*, récupérer, venir chercher | venir le chercher
shop: boutique*, magasin*, commerce*, supermarché*, épicerie*
branches: succursale*, autres magasins, autres adresses
online: en ligne, internet, site, !application, !appli
language: langue*, parle*, parlez, !anglais, !allemand, !espagnol, !néerlandais
brands: marque*
size: taille*, dimension*, surface, m², mètres, longueur, largeur, grand
material: matière*, fait en, tissu*
origin: provenance*, origine*, vient, local*, producteur*
organic: bio, écolog*, durable*, recycl*, tri
care: laver, entretien*, nettoy*, lavage*
custom: personnalis*, sur mesure, grav*
business: entreprise*, professionnel*, société*
quote: devis, estimation*
permission: interdit*, autoris*, permis, admis, tolér*, accepté*, droit, bienvenu* | est ce que je peux, on peut, je peux, a t on le droit, mon fils peut
health: enceinte*, santé, malad*, bless*, médecin*
anim: animation*, activité*, club*, spectacle*
timetable: programme*, planning*, dates, calendrier*
stay-longer: nuitée*, séjour*, prolong*
room: chambre*, lit, lits
linen: drap*, linge*, serviette*, couette*, parure*
laundry: laverie*, lave linge, machine à laver, sèche linge, lessive
cleaning: ménage*
ticket: entrée*, billet*
playground: aire de jeux, jeux
tent: tente*, emplacement*, parcelle*
mobilehome: mobil home*, mobil homes, mobilhome*, bungalow*, chalet*
camper: camping car*, camping cars, caravane*, van, fourgon* | vider les eaux | eaux usées, vidange
tax: taxe*, taxe de séjour
power: électricité*, électrique*, ampères, branchement*
view: vue*
breakfast: petit déjeuner, petit déj, petits déjeuners, buffet*
garden: jardin*, terrasse*
key: clé, clés, badge*
waste: poubelle*, déchet*
plant: plante*, fleur*
hair: coupe, cheveux, coiffure*
`;
