/** Each is a lookup. Of a question of more parts the first are looked up, and all of it as one besides. */
export const MAX_QUESTION_PARTS = 4;
