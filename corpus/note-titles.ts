/**
 * Titles that notes have where their authors gave them none: the word for their kind, in the language of the site. Above the
 * text it is furniture, as an icon is; a title of the author's is text. Sources do not hold it, rendered pages do: both are
 * read without.
 */

const WORDS = `
note|notes|tip|tips|info|information|hint|important|warning|caution|danger|details|notice|attention|error|see also|success
question|failure|bug|example|quote|abstract|summary|todo|fix
hinweis|anmerkung|notiz|tipp|wichtig|warnung|vorsicht|achtung|gefahr|siehe auch|fehler|beispiel
astuce|conseil|indice|avertissement|prudence|voir aussi|erreur|remarque|exemple|à noter
nota|consejo|truco|sugerencia|pista|información|importante|advertencia|aviso|precaución|cuidado|atención|peligro
ver también|véase también|ejemplo
suggerimento|consiglio|avviso|avvertimento|attenzione|cautela|pericolo|vedi anche|errore|esempio
dica|atenção|perigo|ver também|veja também|erro|observação|exemplo|informação
opmerking|notitie|belangrijk|waarschuwing|let op|pas op|gevaar|zie ook|fout|voorbeeld
uwaga|informacja|wskazówka|podpowiedź|ważne|ostrzeżenie|ostrożnie|niebezpieczeństwo|zobacz także|zobacz też|błąd
примечание|заметка|информация|совет|подсказка|важно|предупреждение|осторожно|внимание|опасно|опасность|смотрите также
см. также|ошибка|пример
примітка|порада|підказка|важливо|попередження|обережно|увага|небезпека|дивіться також
poznámka|rada|důležité|varování|upozornění|pozor|nebezpečí|viz také
notera|obs|viktigt|varning|observera|fara|se även
bemærk|merk|vigtigt|viktig|advarsel|forsiktig|fare|se også
huomaa|huomautus|vihje|vinkki|tärkeää|varoitus|vaara|katso myös
not|ipucu|bilgi|önemli|uyarı|dikkat|tehlike|ayrıca bkz
megjegyzés|fontos|figyelmeztetés|figyelem|veszély|lásd még
注釈|備考|注記|メモ|ノート|ヒント|情報|重要|警告|注意|危険|参考|補足
注解|备注|提示|信息|小心|危险|参见|另见|備註|小技巧|技巧|資訊|参考资料
참고|노트|팁|정보|힌트|중요|경고|주의|위험|더 보기
ملاحظة|نصيحة|معلومة|معلومات|مهم|تحذير|تنبيه|خطر|انظر أيضا
σημείωση|συμβουλή|σημαντικό|προειδοποίηση|προσοχή|κίνδυνος
`;

const GENERIC: ReadonlySet<string> = new Set(WORDS.split(/[|\n]/).filter((word) => word !== ""));

/** Whether a title only says of which kind its note is. */
export function isGenericNoteTitle(title: string): boolean {
  if (title.length > 40) return false;
  const word = title
    .toLowerCase()
    .replace(/\u0307/g, "")
    .replace(/[\s:：!！.。]+$/, "")
    .replace(/\s+/g, " ")
    .trim();
  return GENERIC.has(word);
}
