/** Common Portuguese words that no page is about, in the forms in which a question is told with them. */
export const COMMON_PT = `
tanto muito pouco mais menos depois antes cedo juntos só também talvez rápido fácil difícil mesmo própria próprio
outro outra outros outras melhor pior acontece passa todos todas tudo recebo receber servirem demora chega vendem
vender vende oferecem fazem fazer faz vir vem enviar mandam mandar comprar comprei comprado dar dá dão levar tirar
têm tem ter semana semanas dia dias mês meses ano anos hoje amanhã ontem tempo hora horas minuto minutos dois duas
três quatro cinco mãe pai marido mulher filha filho irmã irmão amigo amiga família gente pessoa pessoas coisa coisas
algo nada tipo problema pergunta sítio lugar agora sempre nunca vez vezes grande pequeno novo nova velho velhos bom
boa possível posso pode podem podia queria quero preciso procuro saber sei sabe encontrar vocês vosso seu sua me meu
minha ficar fica ficam chegar pra obrigado olá fora dentro cima baixo lá cá aí ali aqui acolá sem com por para
contra segundo durante desde até entre sob sobre enquanto porque porquê então porém mas contudo ainda já nem quase
bastante demasiado tão apenas somente sobretudo além aliás assim portanto logo entretanto normalmente geralmente
diretamente regularmente obrigatório obrigatória necessário necessária vou vais vai vamos vão fui foi foram ia iria
ir estou está estão estamos estava estar esteja sou és é somos são era eram seria ser seja sido tenho tens temos
tinha tinham terei teria tiver tive teve havia haver houver faço fazes fazemos fiz feito faria farão podes podemos
poderia poderiam puder pude devo deve devem devia deveria dever quer querem queremos queres quis quiser gostava
gostaria gosto gosta gostar sabem sabes sabia vejo vê vêem veem ver visto vi olhar olha digo diz dizem dizer disse
dito falo fala falar falaram perguntar pergunto responder respondem pensar penso acho acha parece ponho põe põem pôr
posto meter meto deixo deixa deixam deixar deixado pego pega pegam pegar tiro tira tiram fico fiquei ficou ficava
chego chegou cheguei chegaram chegam saio sai sair saem entro entra entrou entrar passo passar passando volto volta
voltar começo começa começar acabo acaba acabou acabar terminar continua continuar mudo muda mudar troco uso usa
usam usar precisa precisam precisamos ajuda ajudam serve servem servir funciona funcionam conta contar entendo
entender conheço conhecem conhecer espero esperar escolher escolho compro compra vendo oferece recebe recebemos
recebido manda mando mandei dou dei deu dado daria cabe caber cobra cobram cobrar aceita atende atendem atender
demorar demorando combinou resolver trago traz trazem mexer testar tentar tento consigo consegue conseguem conseguir
dava levam leva levo levaram sobe descer passou aparecer começam treinam próximo próxima último última primeiro
primeira segunda terceiro atual atualmente momento instante fim início meio metade parte resto modo maneira género
caso motivo razão questão detalhe detalhes informação informações info dúvida dúvidas ideia jeito graça grandes
pequena pequenos pequenas comprido curto curta alto alta baixa largo pesado leve novos novas velha velhas jovem boas
bons melhores ruim mau má bonito bonita feio verdadeiro certo certa seguro segura pronto pronta prontas contente
diferente diferentes estranho especial normal normais geral vários várias alguns algumas algum alguma nenhum nenhuma
cada qualquer ninguém alguém toda inteiro inteira dobro meia seis sete oito nove dez doze quinze vinte cem dezena
par papá mamã pais avô avó avós sogra sogro esposa esposo namorado namorada tio tia primo vizinho colega colegas
senhor senhora moça rapaz gajo adulto adultos nós eles elas ele ela você vc vcs cê eu tu te si lhe nos lhes deles
dela delas disso isso isto esse essa este esta aquele aquela aquelas num numa uns umas pro pros pras dum pq q n tb
tbm blz oi opa tarde noite to tô tá ta né kk vlw obg pf casa mal pena veio paga nome parou caiu pedir buscam busca
toca coloquei dormir vale opção continuo poder
`;
