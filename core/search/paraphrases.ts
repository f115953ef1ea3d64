import { baseLanguage } from "../language/base-language.ts";

/**
 * Words that people use for one another when they ask about products and their documentation: a visitor wants
 * to "turn off" what the page calls "disable". One group a line. Every member leads to its group; single words
 * also stand for it in a page. Groups are small and general: what a site itself calls its things is learned
 * from its text, by latent semantics.
 *
 * The English table was written with the even ones of this project's own golden questions at hand; what it
 * gains is reported on the odd ones and on other sites. The others hold what such tables are surest of.
 */
const PARAPHRASES: Record<string, string> = {
  en: `
turn off, switch off, shut off, disable, deactivate, without, suppress, silence, mute
turn on, switch on, enable, activate, opt in
remove, delete, uninstall, get rid of, erase, clear, take out, leave out, exclude
cost, price, pricing, charge, pay, fee, bill, billing, expensive, cheap, how much, money, budget
set up, setup, install, installation, configure, get started, put on
kind, type, sort, format, variety
limit, maximum, max, at most, quota, longest, largest, biggest, upper bound, too long, too large, how many
minimum, min, at least, smallest
how long, duration, seconds, minutes, days, expire, lifetime, ttl
how big, how large, size, large, big, huge
log in, login, sign in, signin, authenticate, authentication, log on
log out, logout, sign out
sign up, signup, register, registration, account
host, hosting, deploy, deployment, publish, go live, put online, in production
error, fail, failure, doesn't work, does not work, not working, problem, issue, broken, wrong, crash, trouble, troubleshoot
show, display, appear, visible, show up
hide, hidden, invisible
change, edit, modify, customise, customize, adjust, alter, override, set
appearance, theme, style, styling, look, look and feel, design
begin, start, quick start, quickstart, getting started, from scratch
stop, end, quit, abort, cancel, interrupt, close, leave
update, upgrade, new version, newer version, latest version
fast, quick, speed, performance, slow, latency
save, store, keep, persist, remember, storage, retain
picture, image, photo, icon
folder, directory
website, site, web site
phone, mobile, smartphone, tablet
phone, phone number, telephone, telephone number
allow, permit, let, accept
prevent, block, restrict, forbid, disallow, deny, prohibit, avoid
require, requirement, prerequisite, necessary, mandatory
support, compatible, compatibility, work with
difference, differ, compare, comparison, versus, vs
example, sample, demo
add, insert, include, embed, put, place
choose, select, pick
create, make, generate, new
find, search, locate, look up, discover
send, submit, post
user, visitor, customer, reader, somebody, someone, anybody
buy, purchase, order
own, custom, my own
safe, secure, security
private, privacy, personal data, gdpr
test, try, try out, check, verify, validate
language, translate, translation, localise, localize, locale, multilingual
undo, revert, roll back, rollback, go back, restore
monitor, monitoring, uptime, health, status
terminal, command line, shell, console, cli
key, token, secret, credential
author, creator, founder, maintainer, who created, who made, who wrote, who built, who founded, who maintains
welcome, greeting, greet
spreadsheet, excel, csv
pipeline, ci, continuous integration, github actions, workflow
move, migrate, migration, switch from, transfer
merge, combine, join
split, cut, divide, separate, torn apart, chunk
link, url, address
outdated, old, stale
missing, lost, not found, 404
retry, try again
convert, transform, turn into
download, fetch
run, execute
default, standard
text, wording, message, label
bot, robot, crawler, spider
often, frequent, frequency, rate
own server, self-host, on-premises
offline, without internet, no connection
keyboard, shortcut, hotkey
screen reader, accessibility, accessible, blind
reload, refresh
answer, reply, response, respond
script, snippet, code
free, gratis, free of charge`,
  de: `
ausschalten, abschalten, deaktivieren, abstellen
einschalten, anschalten, aktivieren, freischalten
entfernen, löschen, deinstallieren, loswerden
kosten, preis, preise, gebühr, bezahlen, wie viel, teuer
installieren, einrichten, aufsetzen, installation, konfigurieren
art, sorte, typ, format
grenze, maximum, höchstens, maximal, limit, grenzwert
wie lange, dauer, frist, ablauf
anmelden, einloggen, login, anmeldung
abmelden, ausloggen, logout
registrieren, konto, account
veröffentlichen, bereitstellen, hosten, deployment, publizieren
fehler, problem, störung, funktioniert nicht, geht nicht, kaputt
anzeigen, zeigen, erscheinen, sichtbar, darstellen
ändern, anpassen, bearbeiten, umstellen
aktualisieren, update, upgrade, neue version
schnell, geschwindigkeit, leistung, langsam
speichern, sichern, behalten, aufbewahren
bild, foto, grafik
ordner, verzeichnis
webseite, website, internetseite, homepage
handy, smartphone, mobil, telefon
benötigen, voraussetzung, anforderung, erforderlich
unterschied, vergleich
beispiel, muster
hinzufügen, einfügen, einbauen, einbinden
kaufen, bestellen, bestellung
sicher, sicherheit
datenschutz, dsgvo, privat
kündigen, kündigung, stornieren
rückgabe, zurückgeben, erstattung, umtausch
lieferung, versand, liefern`,
  es: `
apagar, desactivar, deshabilitar, inhabilitar, quitar
encender, activar, habilitar
eliminar, borrar, quitar, desinstalar, suprimir
costar, costo, coste, precio, tarifa, pagar, cuánto cuesta
instalar, instalación, configurar, configuración
tipo, clase, formato
límite, máximo, tope, como mucho
cuánto tiempo, duración, plazo, caducidad
iniciar sesión, autenticar, autenticación, acceder, entrar
cerrar sesión, salir
registrarse, registro, cuenta
desplegar, despliegue, publicar, alojar, alojamiento
error, fallo, problema, no funciona
mostrar, aparecer, visualizar, visible
cambiar, editar, modificar, personalizar
actualizar, actualización, nueva versión
rápido, velocidad, rendimiento, lento
guardar, almacenar, conservar
imagen, foto
carpeta, directorio
sitio, página web, web
móvil, celular, teléfono
necesario, requisito, requerir
diferencia, comparar, comparación
ejemplo, muestra
añadir, agregar, insertar, incluir
comprar, pedido, compra
seguro, seguridad
privacidad, datos personales
reembolso, devolución, devolver
envío, entrega`,
  fr: `
désactiver, éteindre, couper
activer, allumer
supprimer, effacer, enlever, retirer, désinstaller
coûter, coût, prix, tarif, payer, combien coûte
installer, installation, configurer, configuration, paramétrer
type, sorte, genre, format
limite, maximum, au plus
combien de temps, durée, délai, expiration
se connecter, connexion, authentifier, authentification, identifier
se déconnecter, déconnexion
inscrire, inscription, compte
déployer, déploiement, publier, héberger, hébergement
erreur, échec, problème, panne, ne marche pas, ne fonctionne pas
afficher, montrer, apparaître, visible
changer, modifier, personnaliser, éditer
mettre à jour, mise à jour, nouvelle version
rapide, vitesse, performance, lent
enregistrer, sauvegarder, conserver, stocker
image, photo
dossier, répertoire
site, site web
mobile, portable, téléphone
nécessaire, prérequis, exiger
différence, comparer, comparaison
exemple, modèle
ajouter, insérer, inclure, intégrer
acheter, achat, commande
sécurité, sécurisé
confidentialité, vie privée, données personnelles
remboursement, retour, rembourser
livraison, expédition`,
  it: `
disattivare, disabilitare, spegnere
attivare, abilitare, accendere
eliminare, cancellare, rimuovere, disinstallare, togliere
costare, costo, prezzo, tariffa, pagare
installare, installazione, configurare, configurazione, impostare
tipo, genere, formato
limite, massimo, al massimo
quanto tempo, durata, scadenza
accedere, accesso, autenticare, autenticazione
registrarsi, registrazione, account
pubblicare, distribuire, ospitare, hosting
errore, problema, guasto, non funziona
mostrare, apparire, visualizzare, visibile
cambiare, modificare, personalizzare
aggiornare, aggiornamento, nuova versione
veloce, velocità, prestazioni, lento
salvare, conservare, memorizzare
immagine, foto
cartella, directory
sito, sito web
cellulare, telefono, mobile
necessario, requisito, richiedere
differenza, confrontare, confronto
esempio, campione
aggiungere, inserire, includere
comprare, acquisto, ordine
sicuro, sicurezza
rimborso, reso, restituire
spedizione, consegna`,
  pt: `
desligar, desativar, desabilitar
ligar, ativar, habilitar
remover, apagar, excluir, eliminar, desinstalar
custar, custo, preço, tarifa, pagar, quanto custa
instalar, instalação, configurar, configuração
tipo, formato
limite, máximo, no máximo
quanto tempo, duração, prazo, validade
entrar, login, iniciar sessão, autenticar, autenticação
sair, terminar sessão, logout
registrar, cadastro, conta, registo
implantar, publicar, hospedar, hospedagem, alojar
erro, falha, problema, não funciona
mostrar, exibir, aparecer, visível
mudar, alterar, editar, modificar, personalizar
atualizar, atualização, nova versão
rápido, velocidade, desempenho, lento
salvar, guardar, armazenar
imagem, foto
pasta, diretório
site, página web
celular, telemóvel, telefone
necessário, requisito, exigir
diferença, comparar, comparação
exemplo, amostra
adicionar, inserir, incluir
comprar, compra, pedido, encomenda
seguro, segurança
privacidade, dados pessoais
reembolso, devolução, devolver
envio, entrega`,
  nl: `
uitschakelen, uitzetten, deactiveren
inschakelen, aanzetten, activeren
verwijderen, wissen, deïnstalleren
kosten, prijs, tarief, betalen, hoeveel kost
installeren, installatie, instellen, configureren
soort, type, formaat
limiet, maximum, hoogstens, maximaal
hoe lang, duur, termijn
inloggen, aanmelden, login
uitloggen, afmelden
registreren, account
publiceren, hosten, uitrollen
fout, probleem, storing, werkt niet
tonen, weergeven, verschijnen, zichtbaar
wijzigen, aanpassen, bewerken, veranderen
bijwerken, update, upgrade, nieuwe versie
snel, snelheid, prestaties, traag
opslaan, bewaren
afbeelding, foto, plaatje
map, folder
website, webpagina
mobiel, telefoon
vereist, vereiste, nodig
verschil, vergelijken, vergelijking
voorbeeld, demo
toevoegen, invoegen, opnemen
kopen, bestellen, bestelling
veilig, veiligheid, beveiliging
privacy, persoonsgegevens
terugbetaling, retour, terugsturen
verzending, levering, bezorgen`,
};

/** Short and long forms of a word, and its spellings. Most are English in every language. */
const SAME_WORDS = `
config, configuration
auth, authentication, authenticate
authorisation, authorization
repo, repository
env, environment
doc, docs, documentation
db, database
js, javascript
ts, typescript
app, application
dev, development
prod, production
info, information
admin, administrator
param, parameter
arg, argument
dir, directory
lib, library
img, image
var, variable
func, function
async, asynchronous
i18n, internationalisation, internationalization
l10n, localisation, localization
a11y, accessibility
max, maximum
min, minimum
stats, statistics
sync, synchronise, synchronize
colour, color
behaviour, behavior
customise, customize
licence, license
favourite, favorite
centre, center
grey, gray
e-mail, email, mail`;

/** Words that may stand for one another. */
export interface ParaphraseGroup {
  /** Lower-case, each one word or several with spaces between them. */
  members: readonly string[];
  /** The same word in other letters, rather than another word for it. */
  isSameWord: boolean;
}

/** The groups of a language; those of short forms only where it has none of its own. */
export function paraphraseGroups(language: string): ParaphraseGroup[] {
  return [...groupsOf(PARAPHRASES[baseLanguage(language)] ?? "", false), ...groupsOf(SAME_WORDS, true)];
}

function groupsOf(table: string, isSameWord: boolean): ParaphraseGroup[] {
  return table
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => ({ members: line.split(", "), isSameWord }));
}
