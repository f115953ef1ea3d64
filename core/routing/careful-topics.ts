/**
 * Words of people in distress, threats and insults, in the languages that the assistant speaks. They are matched
 * on plain words (see `plainWords`), and each needs a speaker and what is spoken of: documentation
 * kills processes, aborts builds and calls `die()` all day, and pages about suicide prevention are to be found.
 */
import type { CarefulTopic } from "./route.ts";

const SELF_HARM: readonly string[] = [
  // English
  String.raw`(?:kill|harm|drown|stab) myself|(?:hang|hurt) myself(?= ?(?:$|(?:and|again|because|on purpose|every|so|i|tonight|today|now)\b))`,
  String.raw`killing myself|harming myself|hurting myself`,
  String.raw`(?:cut|cutting) myself(?= ?(?:$|and|again|every|because|to feel|on purpose))`,
  String.raw`shoot myself(?! in the foot)`,
  String.raw`(?:end|ending) (?:my|my own) life(?= ?(?:$|(?:and|because|now|today|tonight|i|so)\b))|(?:take|taking) my own life|end it all(?= ?(?:$|now|today|tonight|because))`,
  String.raw`(?:i|id) (?:really |just |only |dont |do not )*(?:want|wanna|wish|would like|prefer)(?: to)? (?:die|be dead|never wake up)(?= ?(?:$|and|so|but|now|today|tonight|please|because|right|i|every|alone|anymore))`,
  String.raw`i wish i (?:was|were) (?:dead|never born)`,
  String.raw`(?:im|i am|feel|feeling|been) (?:so |very |really |kind of |a bit )*suicidal|(?:my|have|having|had) suicidal thoughts`,
  String.raw`(?:want|going|gonna|plan|planning|thinking (?:of|about)|thought (?:of|about)|consider(?:ing)?|about) (?:to |on )?(?:commit(?:ting)? )?suicide(?= ?(?:$|and|now|today|tonight|because|i|again|lately|every|all))`,
  String.raw`how (?:to|do i|can i|should i) commit suicide|(?:painless|easiest|best|quickest|easy) (?:way|ways|method|methods) (?:to|of) (?:die(?= ?(?:$|painlessly|quickly|without|fast))|suicide|kill (?:yourself|oneself)|commit suicide)`,
  String.raw`(?:dont|do not|no longer|not) want to (?:live|be alive|exist)(?= ?(?:$|any ?more|like this|and|i|because))|no (?:reason|point) (?:to|in) (?:live|living)(?= ?$| any ?more)|better off (?:dead|without me)`,
  // German
  String.raw`ich (?:\w+ ){0,3}(?:mich (?:umbringen|toten|erhangen|verletzen|ritzen)|mir (?:das leben nehmen|etwas antun)|sterben|nicht mehr leben|selbstmord begehen)(?= ?$| will| mochte| weil| und| ich)`,
  String.raw`bring(?:e)? mich um(?= ?$)|(?:habe|hab) (?:suizid|selbstmord)gedanken|selbst umbringen`,
  // Spanish
  String.raw`(?:quiero|quisiera|voy a|pienso|pensando en|ganas de) (?:matarme|morirme|morir(?= ?$| ya)|suicidarme|quitarme la vida|hacerme dano|cortarme(?= ?$))|no quiero (?:seguir viviendo|vivir(?= ?$| mas| asi))|suicidarme`,
  // French
  String.raw`(?:veux|vais|voudrais|envie de|pense a) (?:me (?:tuer|suicider|pendre)|me faire du mal|mourir(?= ?$)|en finir(?= ?$| avec la vie))|(?:plus|pas) envie de vivre|ne veux plus vivre|mettre fin a mes jours|me suicider`,
  // Italian
  String.raw`(?:voglio|vorrei|sto per|penso di|pensando di) (?:uccidermi|ammazzarmi|suicidarmi|morire(?= ?$)|farla finita(?= ?$)|farmi del male|togliermi la vita)|non voglio piu vivere|uccidermi|suicidarmi`,
  // Portuguese
  String.raw`(?:quero|queria|vou|penso em|pensando em|vontade de) (?:me (?:matar|suicidar|cortar(?= ?$)|machucar|enforcar)|matar me|suicidar me|morrer(?= ?$)|tirar (?:a )?minha (?:propria )?vida|acabar com (?:a )?minha vida)|nao quero (?:mais )?viver(?= ?$| mais)`,
  // Dutch
  String.raw`ik (?:\w+ ){0,3}(?:dood(?= ?$)|mezelf (?:doden|pijn doen|snijden|van kant maken)|zelfmoord plegen|niet meer leven|een einde? aan mijn leven maken|er een einde? aan maken)|(?:heb|ben) (?:suicidale gedachten|suicidaal)`,
];

const VIOLENCE: readonly string[] = [
  String.raw`i(?:m|ll| am| will| want| wanna| would like)? (?:to |going to |gonna |will |want to )*(?:kill|murder|shoot|stab) (?:you|him|her|my (?:wife|husband|girlfriend|boyfriend|boss|mother|father|mom|dad|parents|brother|sister|neighbou?r|teacher|kids|children|family)|someone|somebody|everyone|everybody|people)(?= ?$| and| today| tonight| now| all| because| tomorrow)`,
  String.raw`how (?:to|do i|can i) (?:make|build) (?:a |an )?(?:pipe |nail |car |dirty |homemade )?(?:bomb|explosive|explosives)(?= ?$| at home| from)`,
  String.raw`ich (?:bringe|werde|will) (?:dich|ihn|sie|jemanden|alle|meine frau|meinen mann|meinen chef) (?:um|umbringen|toten|erschiessen)(?= ?$)`,
  String.raw`(?:quiero|voy a) (?:matarte|matar a (?:alguien|mi (?:mujer|esposa|marido|novi[oa]|jef[ea]|madre|padre|herman[oa]|vecin[oa]|hij[oa]s?|familia)|todos))(?= ?$)`,
  String.raw`(?:veux|vais) (?:te tuer|tuer (?:quelquun|tout le monde|m(?:a|on|es) (?:femme|mari|copine|copain|chef|patron|mere|pere|frere|soeur|voisine?|enfants?|famille)))(?= ?$)`,
  String.raw`(?:voglio|ti) (?:uccidero|ucciderti|ammazzero|uccidere (?:qualcuno|tutti|mi[ao] (?:moglie|marito|fidanzat[ao]|capo|madre|padre|fratello|sorella|vicin[ao]|figli[ao])))(?= ?$)`,
  String.raw`(?:quero|vou) (?:te matar|matar te|matar (?:voce|alguem|todos|minha mulher|(?:meu|minha) (?:marido|esposa|namorad[oa]|chefe|mae|pai|irmao|irma|vizinh[oa]|filh[oa])))(?= ?$)`,
  String.raw`ik (?:ga|wil|zal) (?:je|jou|hem|haar|iemand|iedereen|mijn (?:vrouw|man|vriend(?:in)?|baas|moeder|vader|broer|zus|buurman|buurvrouw|kinderen|familie)) (?:vermoorden|doodmaken|doden|neerschieten)(?= ?$)`,
];

/** Insults are matched against the whole text, or its beginning: people swear in real questions too. */
const ABUSE: readonly string[] = [
  String.raw`(?:oh |just |hey |ok |so |well |then |please )*(?:fuck (?:you|u|off|ya)(?: .{0,30})?|(?:screw|damn) (?:you|u|ya)(?: (?:bot|all|too|then|and .{0,30}))?)$`,
  String.raw`(?:go )?(?:suck|kiss|lick|eat) (?:my (?:ass|arse|balls|dick|cock)|a dick|shit)$|go (?:to hell|fuck yourself|kill yourself|die)$|kill yourself$|die(?: bot| bitch| now)$`,
  String.raw`(?:hey |oh |wow |god |because |i think |well |so )*(?:you|u|ur|youre|this bot is|this assistant is)(?: are| re)? (?:such |a |an |so |just |really |fucking |very |absolutely |complete(?:ly)? |total(?:ly)? |stupid |dumb |piece of )*(?:idiot|idiotic|moron|stupid|dumb|dumbass|retard|retarded|bitch|asshole|bastard|cunt|whore|slut|shit|crap|garbage|trash|loser|scum|pig|fucker|motherfucker|ugly)(?: (?:bot|ai|machine|thing|assistant|piece of \w+|and .{0,40}))?$`,
  String.raw`(?:stupid|dumb|fucking|idiotic|shitty|damn|bloody)(?: (?:stupid|dumb|fucking))* (?:bot|robot|ai|machine|assistant|idiot|thing|bitch)$`,
  String.raw`(?:idiot|idiota|idioot|vollidiot|arschloch|wichser|hurensohn|gilipollas|pendejo|cabron|connard|connasse|salope|stronzo|coglione|klootzak|moron|asshole|bitch|dumbass|cunt|bastard|retard|motherfucker|fuck|fucker|wanker)$`,
  String.raw`shut (?:the (?:fuck|hell) )?up(?: (?:you|bot|now|already|please|idiot|stupid)(?: .{0,20})?)?$|i hate (?:you|u)(?: .{0,20})?$`,
  String.raw`(?:send (?:me )?nudes|(?:do you want|wanna|i want|lets|can we)(?: to)? (?:have|having) sex(?: with (?:me|you))?|have sex with me|are you horny|show me your (?:tits|boobs|breasts))$`,
  // German
  String.raw`(?:fick dich|verpiss dich|halts? (?:die |dein )?(?:maul|fresse|klappe)|leck mich|geh sterben|ich hasse dich)(?: .{0,20})?$`,
  String.raw`(?:du bist |sie sind |bist du |du |was bist du )(?:so |ein |eine |echt |du |nur |total |doch |ja )*(?:dumm|blod|idiot|vollidiot|arschloch|wichser|hurensohn|fotze|schlampe|trottel|depp|missgeburt|nutzlos)$|(?:dumme[rs]?|scheiss|blode[rs]?) ?(?:bot|maschine|ki)$`,
  // Spanish
  String.raw`(?:vete a la mierda|que te jodan|jodete|callate|chinga tu madre|te odio|hijo de puta|hija de puta)(?: .{0,20})?$`,
  String.raw`(?:eres |sos |que )(?:un |una |muy |tan |puto |puta |maldit[oa] )*(?:idiota|imbecil|estupid[oa]|tont[oa]|gilipollas|pendej[oa]|cabron|mierda|basura|puta|bot de mierda)$`,
  // French
  String.raw`(?:va te faire (?:foutre|voir|enculer)|ta gueule|je te (?:hais|deteste)|nique ta mere|fils de pute)(?: .{0,20})?$|ferme la$`,
  String.raw`(?:tu es |tes |vous etes |espece de |quel |quelle )(?:un |une |vraiment |trop |si |tres |gros |grosse |sale )*(?:con|connard|connasse|idiot|idiote|imbecile|stupide|debile|salope|merde|abruti|cretin|espece didiot)$`,
  // Italian
  String.raw`(?:vaffanculo|fanculo|vai a (?:cagare|quel paese|fanculo)|sta(?:i)? zitto|ti odio|figlio di puttana)(?: .{0,20})?$`,
  String.raw`(?:sei |siete |che )(?:un |uno |una |cosi |proprio |veramente |davvero )*(?:idiota|stupid[oa]|cretin[oa]|imbecille|scem[oa]|stronz[oa]|coglione|merda|deficiente|bastardo)$`,
  // Portuguese
  String.raw`(?:vai (?:se|te) (?:foder|ferrar)|vai tomar no cu|vai a merda|cala (?:a )?boca|eu te odeio|te odeio|filho da puta|foda se)(?: .{0,20})?$`,
  String.raw`(?:voce e |tu es |es |que |seu |sua )(?:um |uma |muito |tao |seu |sua |mesmo )*(?:idiota|burr[oa]|imbecil|estupid[oa]|otario|merda|lixo|babaca|cretino|desgracado)$`,
  // Dutch
  String.raw`(?:rot op|flikker op|hou je (?:bek|mond|kop)|val dood|ik haat je|fuck je|krijg de (?:tering|kanker|klere|tyfus|pest|pleuris|kolere)|sterf)(?: .{0,20})?$`,
  String.raw`(?:je bent |jij bent |wat ben je |u bent |ben je )(?:zo |een |echt |heel |toch |n )*(?:dom|stom|idioot|sukkel|eikel|klootzak|hoer|trut|debiel|mongool|lul)$|(?:domme|stomme|kut) ?(?:bot|robot|machine|computer)$`,
];

const anywhere = (patterns: readonly string[]): RegExp => new RegExp(`(?:^| )(?:${patterns.join("|")})`, "u");
const whole = (patterns: readonly string[]): RegExp => new RegExp(`^(?:${patterns.join("|")})`, "u");

const SELF_HARM_PATTERN = anywhere(SELF_HARM.map((pattern) => `(?:${pattern})(?= |$)`));
const VIOLENCE_PATTERN = whole(VIOLENCE.map((pattern) => `(?:\\w+ ){0,3}(?:${pattern})`));
const ABUSE_PATTERN = whole(ABUSE);

/** Insults are short; what is longer holds a question or a story. */
const MAX_ABUSE_WORDS = 14;

/** The careful topic of a text of plain words; `undefined` for nearly every one. */
export function carefulTopic(words: readonly string[]): CarefulTopic | undefined {
  const text = words.join(" ");
  if (SELF_HARM_PATTERN.test(text)) return "self-harm";
  if (VIOLENCE_PATTERN.test(text)) return "violence";
  if (words.length <= MAX_ABUSE_WORDS && ABUSE_PATTERN.test(text)) return "abuse";
  return undefined;
}
