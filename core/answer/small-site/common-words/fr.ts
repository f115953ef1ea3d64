/** Common French words that no page is about, in the forms in which a question is told with them. */
export const COMMON_FR = `
tant beaucoup peu plus moins après avant bientôt tôt tard ensemble seul seule aussi peut être rapide facile
difficile exact même propre autre autres mieux pire passe passer arrive devant derrière partout matin juste genre
truc vendez vendre vend proposez proposer faites faire fait venir viens vient envoyer envoyez acheter acheté donner
donnez prendre prenez avoir avez semaine semaines jour jours mois an ans année aujourd hui demain hier temps heure
heures minute minutes deux trois quatre cinq mère père mari femme fille fils soeur frère ami amie famille gens
personne personnes chose choses quelque rien tout type problème question endroit site maintenant toujours jamais
fois chez grand petit nouveau nouvelle vieux bon bonne meilleur possible peux pouvez pourrait voudrais veux besoin
cherche savoir sais trouver mettre vous votre vos nous notre on me mon ma mes est ce que quoi quel quelle acceptés
svp merci bonjour dedans dehors dessus dessous là ici ailleurs loin près avec sans pour contre selon pendant durant
depuis jusque jusqu dès entre sous sur vers malgré lors tandis puis ensuite alors donc car sinon quand pourtant
cependant encore déjà parfois presque environ assez trop très vraiment surtout seulement uniquement également plutôt
vite lentement bien mal d'abord enfin finalement certainement sûrement normalement régulièrement directement
obligatoire obligatoirement obligé obligée nécessaire utile suis es sommes êtes sont étais était étaient été serai
sera serait seront ai as a avons ont avais avait aurait aura aurai eu faut faudra faudrait fallait vais vas va
allons allez vont aller allait irait fais font faisais fasse fera ferait dois doit devons devez doivent devrait
devoir pouvons peuvent pourrais pourriez pourra pouvoir veut voulez veulent voulais voudrait voulons vouloir sait
savez connais connaît connaissez vois voit voyez voir vu regarder regardez montrer montrez dis dit dites dire disent
parlé demander demandé répondre répondez penser pense pensez crois croit croire semble paraît mets met mettez mis
laisser laisse laissez laissé garder garde gardez gardé reste rester restez tient tenir tiens tenez prend prends
pris prenne sortir sort sors entrer entrez monter montez descendre revenir reviens revient rentrer rentre arrivons
arrivez arriver passez passé passent passerez marche marchent marcher fonctionne servir sert tourne sauter sautez
chercher cherchez trouve trouvez trouvé perdre gagner choisir choisis choisit commencer commence commencé finir
finit fini terminer arrêter arrête continuer continue changer change changez essayez aider aidez aide occuper
occupez occupe suffit compte compter comptez vaut vaudrait plaît aime aimerais aimerions aimez préfère préférer
souhaite souhaitons espère attends attendre attend refaire fait-on refait ramener ramène emmener emmène amener
envoie tomber tombe tombé jeter touche toucher tirer pousser porter coûterait chercherais convient conviendrait
concerne signifie signé signer écrire écrit écrivez lire remplir remplis recevoir reçois reçoit reçu recevez rendre
servez vendu vendus débarrasser acceptez prochain prochaine prochains dernier dernière derniers premier première
premiers deuxième seconde troisième actuel actuelle actuellement moment instant fin début milieu suite cas coup
moyen façon manière sorte raison sujet détail détails info infos information renseignement renseignements idée avis
envie petite petits petites grande grands grandes gros grosse longue long longs court courte haut haute bas basse
large étroit lourd léger nouveaux vieille vieilles ancien ancienne jeune meilleure bons bonnes mauvais mauvaise beau
belle joli vrai vraie faux simple compliqué rapidement facilement cher chère chers sûr sûre prêt prête content
contente différent différente différents spécial spéciale normal normale général certain certains certaine plusieurs
quelques chaque chacun aucun aucune tous toutes toute entier entière complet double demi moitié quart six sept huit
neuf dix douze quinze vingt cent dizaine papa maman parents beau-père papi mamie grand-mère grand-père copain copine
pote conjoint épouse époux mec gars gosse gamin voisin voisine collègue collègues proche proches monsieur madame
adulte adultes quelqu'un pr ds qd bcp stp mdr bjr slt cc jsuis jai c ca y en se s n d l j t m qu si oui non ok
accord journée min place nom cours boîte roulant
`;
