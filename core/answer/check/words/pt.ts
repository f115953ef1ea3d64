/** Portuguese words of a meaning, one meaning a line, in the notation of `meanings.ts`. */
export const PT_SYNONYMS = `
case: maiúscul*, minúscul*
cost: cust*, preç*, pag*, taxa*, tarifa*, valor
refund: reembols*, devol*, devolv*
book: reserv*, marc*, consulta*
cancel: cancel*, anul*
phone: telefon*, ligar, ligando, linha, chamad*
write: escrev*, mensage*, avis*, inform*, comunic*, contact*
site: página*, site
file: fichei*, arquivo*, document*, anex*
folder: pasta*, diretóri*
show: mostr*, ver, vê*, exib*
error: err*, avis*, problem*, falha*
check: verific*, valid*, control*, comprov*
run: execut*, corr*, lanç*, cham*
setting: defini*, opç*, camp*, valor*, config*, parâmetr*
default: por omissão, por defeito, predefinid*, por padrão, de fábrica
change: mud*, alter*, modific*, troc*, substitu*, edit*
extend: renov*, prolong*, estend*
expire: caduc*, expir*, válid*, vál*, venc*
period: dura*, prazo*, período*
need: precis*, necess*, obrigat*, exig*, requ*
person: pesso*, client*, utilizador*, usuári*, quem, alguém, particip*, visitante*
child: criança*, jove*, menor*, bebé*, filh*
old: sénior*, idos*, reformad*, maior*
parent: pais, mãe*, pai, famíli*, encarregad*
animal: anima*, cão, cães, gat*
car: carro*, veícul*, automóv*
puncture: pneu*, furo*, roda*
bike: bicicleta*, bici*
parking: estaciona*, parque*, garagem, lugar*
room: quarto*, casa*, sala*, aloja*, apartament*
luggage: bagagem, mala*, saco*
food: comida*, refeiç*, pequeno-almoço, almoç*, jant*, comer, bebida*, cozinh*
bed: noite*, pernoit*, dorm*, estad*
time: hora*, horári*
date: data*, dia*
deadline: prazo*, até, data limite
monday: segunda-feira, segundas
tuesday: terça-feira, terças
wednesday: quarta-feira, quartas
thursday: quinta-feira, quintas
friday: sexta-feira, sextas
saturday: sábado*, fim de semana, fins de semana
sunday: domingo*, fim de semana, fins de semana
holiday: feriad*, férias
spring: primavera
summer: verão
autumn: outono
winter: inverno
same-day: mesmo dia, hoje
at-once: imediat*, logo, de imediato
early: antecedência, antes, antecip*
late: tard*, atras*
fine: multa*, coima*, penaliz*
ticket: bilhete*, entrada*, ingresso*, entr*
card: cartão, cartões
lost: perd*, roub*, furt*, falt*, desaparec*
damage: dan*, prejuíz*, partid*, avari*, defeit*
repair: repar*, consert*, manuten*
clean: limp*, lav*, enxagu*
put: pôr, põe, coloc*, ench*, instal*, us*, utiliz*
take-out: retir*, tir*, extra*
tighten: fech*, apert*, bloque*, tranc*
water: água*, torneira
fuel: combustíve*, gasolina, depósito
power: corrente, elétric*, carreg*, bateri*, pilha*, tomada*
server: servidor*, máquina*, computador*
connection: ligaç*, conex*, rede, acess*
request: ped*, solicit*, requ*, encomend*
response: respo*, result*, devol*
send: envi*, mand*, entreg*, transfer*, remet*
arrive: cheg*, ven*, vem
parcel: encomenda*, pacote*, envio*, artig*, produt*, objet*, coisa*, peça*
furniture: móve*, sofá*, armário*, colch*
waste: lixo*, resíduo*
sign-in: sessão, palavra-passe, senha*, conta*
administrator: proprietári*, don*, administrador*, titular*
plan: plano*, assinatura*, subscri*, tarifário*
voucher: vale*, cupã*, cheque*, presente
insurance: segur*, apólice*, cobertura, franquia
doctor: médic*, doutor*, enfermei*, clínic*, consultóri*
illness: doenç*, alerg*, dor*
school: escola*, curso*, aula*, estud*, universi*
teacher: professor*, ensin*, lecion*, formador*
language: língua*, idioma*, tradu*, intérpret*
picture: foto*, imag*
spectacles: óculos
towel: toalha*
cap: touca*
swim: nad*, piscina*, banho*, pista*
apron: avental
wine: vinho*
garden: jardim, jardins, pátio*
seat: lugar*, assento*, cadeira*
disabled: deficiên*, cadeira de rodas
performance: espetácul*, concert*, event*, sess*
interval: intervalo
group: grup*, equip*
discount: descont*, reduz*, poup*
concession: desempregad*, estudant*
police: polícia, queixa
bank: banco*, empresa*, fornecedor*
street: rua*, morada, endereço*, situ*, fica, localiz*
pavement: passeio*, calçada*
weight: pes*
size: tamanh*, grand*, altura, alt*, compriment*
temperature: temperatura*, grau*, quent*, fri*
window: janela*, porta*
device: aparelho*, dispositiv*, máquina*
stuck: encrav*, bloque*, pres*
assume: sup*, consider*, trat*, cont*
read: le*, lid*
share: partilh*, compart*
note: nota*, coment*
delete: apag*, elimin*, remov*
copy: cópi*, copi*, vers*
save: guard*, armazen*, conserv*
split: divid*, part*, secç*
sequence: ordem, orden*, lista*
count: número*, quantidade*, cont*, total*
character: caract*, letra*
name: nome*, cham*, título*
create: cri*, ger*, faz*, constru*
update: atualiz*, nov*
support: suport*, compatív*, ajud*, apoio
work: trabalh*, funcion*
use: us*, utiliz*, aplic*
get: obt*, receb*, tem, têm, dá, oferec*, disponív*
choose: escolh*, selecion*
find: encontr*, procur*, descobr*, detet*
together: junt*, ambos, ambas, combin*
take-home: levar para casa
own-cost: extra, adiciona*, à parte
partner: parceir*
medicine: vacin*, sangue, ferid*
video: vídeo*
emergency: emergênc*, urgen*
yarn: lã*, fio*, novelo*, tricot*
colour: cor, cores, ting*
made-of: cont*, compost*, consist*
certificate: certificad*, comprovativ*, diplom*
signature: assin*
score: pont*, nota*
wait: esper*, aguard*
leave: sa*, deix*, part*
live: mor*, viv*, resid*
try: experiment*, prov*, tent*
rule: regra*, condiç*, lei*
safe: segur*, proteg*, proteç*
parallel: mesmo tempo, simultâne*, paralel*
place: cidade*, vila*, local*, municíp*
interrupt: interromp*
resume: retom*, continu*
per-day: por dia, diári*, cada dia, dia, dias
per-week: seman*, semana*
per-month: mês, meses, mensal*, mensais
per-year: ano, anos, anual*, anuais
per-hour: hora, horas
`;

export const PT_OPPOSITES = `
order: antes, com antecedência | depois, após
rank: primeir*, início | últim*, fim, final
amount: mais, maior*, superior*, aument*, sob*, suplemento | menos, menor*, inferior*, reduz*, descont*, diminu*, desce*
bound: pelo menos, mínim*, no mínimo, mais de, a partir de | no máximo, máxim*, até, menos de, não mais de, dentro de
included: incluíd*, inclu*, contém, cobr*, abrang* | exclu*, à parte, separad*, exceto, salvo
enabled: ativ*, ligad*, ligar, habilit* | desativ*, desligad*, desligar, desabilit*, inativ*
allowed: permit*, autoriz*, possíve* | proib*, impossíve*, imped*
accepted: aceit*, aprov* | recus*, rejeit*
public: públic* | privad*, secret*, confidencia*
synchronous: síncron* | assíncron*
open: abert*, abre*, abrir | fechad*, encerrad*
free: grátis, gratuit*, sem custos, isent* | pago, paga, cobrad*, pagos
upload: carregar, enviar | descarregar, transferir, baixar
sender: remetente, vendedor* | destinatári*, comprador*
upgrade: atualizar | reduzir
success: sucesso, válid*, corret* | falh*, erro, erros, inválid*
ignored: ignor*, salta*, sem efeito | erro, erros, rejeit*, lança, avis*
kept: conserv*, mant*, permanec*, guard*, fic* | apag*, elimin*, perd*, desaparec*, remov*
started: começ*, inici*, arranc*, continu*, retom* | par*, termin*, acab*, interromp*
arrival: cheg* | partid*, saíd*
inside: dentro, interior | fora, exterior
added: adicion*, acrescent* | remov*, retir*, elimin*
hidden: ocult*, escond* | visíve*, mostr*, aparec*
automatic: automátic*, sozinh* | manual*, à mão
temporary: temporári*, provisóri* | definitiv*, permanent*, para sempre
online: online, na internet, site, em linha | ao balcão, presencial*, pessoalmente
same: mesm*, igua*, idêntic* | diferent*, distint*, outr*
size: grand*, long*, alt* | pequen*, curt*, baix*
speed: rápid* | lent*, devagar
age: nov*, recent* | velh*, antig*, anterior*
own: própri* | alugad*, emprestad*
day: manhã*, matinal | noite*, tarde*, noturn*
weekdays: úteis, útil, dias de semana | fim de semana, fins de semana
wetness: molhad*, húmid* | sec*
heat: quent* | fri*
full: chei* | vazi*
above: acima, em cima | abaixo, em baixo
left: esquerd* | direit*
sort: crescente* | decrescente*
encrypted: cifrad*, encriptad* | sem cifra
adult: adult* | criança*, menor*, bebé*, jovens
hands: à mão | máquina
collect: levant*, recolh* | entreg*
buy: compr* | vend*
lend: empréstimo*, alug*, requisit* | devol*
guests: sóci*, membr*, client* | não sóci*, convidad*, visitante*
letter-case: maiúscul* | minúscul*
company: sozinh*, desacompanhad* | acompanhad*
reversal: desfeit*, desfaz*, recuper*, restaur*, anulado | definitiv*, irreversíve*
`;

export const PT_MARKERS = `
not: não, não pode, não podem, sem, nenhum, nenhuma, nunca, jamais, nem, nada, ninguém, já não, em vez de
optional: não é necessári*, não é obrigatóri*, opciona*, facultativ*, não precisa*, não tem de, não têm de, sem necessidade, sem que tenha, não é preciso
must: deve, devem, tem de, têm de, tem que, têm que, obrigatóri*, obrigad*, necessári*, é preciso
may: pode, podem, podes, possível, permitid*
only: só, apenas, somente, unicamente, exclusivamente
except: exceto, salvo, a não ser, a menos que, só se, menos
all: todo, todos, toda, todas, sempre, qualquer, inclusive, incluindo, mesmo que, sem exceção, ilimitad*, a qualquer
hedge: normalmente, geralmente, em geral, muitas vezes, às vezes, costuma, pode, podem, cerca de, aproximadamente, alguns, algumas, talvez
if: se, quando, quem, caso
light: em resumo, em suma, é, são, ser, está, estão, estar, foi, era, há, tem, têm, ter, faz, fazer, também, já, assim, então, aqui, ali, este, esta, estes, estas, isso, sim, muito, coisa*, caso, modo, forma, maneira, vai, vão, ir, pode*, deve*, enquanto, porque, quando, onde, se
forbid: não pode, não podem, não se pode*, proibid*
`;
