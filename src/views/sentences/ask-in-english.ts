/**
 * "Please ask in English" in the languages people most often ask in, by ISO 639-1; the second where Chinese can be used, too.
 * Not part of `Sentences`: these are for who writes in a language the bot's own sentences may not be in.
 */
const SENTENCES: Readonly<Record<string, readonly [english: string, orChinese: string]>> = {
  ar: ['من فضلك اسأل بالإنجليزية.', 'من فضلك اسأل بالإنجليزية أو الصينية.'],
  bg: ['Моля, попитайте на английски.', 'Моля, попитайте на английски или китайски.'],
  cs: ['Zeptejte se prosím anglicky.', 'Zeptejte se prosím anglicky nebo čínsky.'],
  da: ['Spørg venligst på engelsk.', 'Spørg venligst på engelsk eller kinesisk.'],
  de: ['Bitte frag auf Englisch.', 'Bitte frag auf Englisch oder Chinesisch.'],
  el: ['Παρακαλώ ρωτήστε στα αγγλικά.', 'Παρακαλώ ρωτήστε στα αγγλικά ή στα κινεζικά.'],
  es: ['Por favor, pregunta en inglés.', 'Por favor, pregunta en inglés o en chino.'],
  fa: ['لطفاً به انگلیسی بپرسید.', 'لطفاً به انگلیسی یا چینی بپرسید.'],
  fi: ['Kysy englanniksi, kiitos.', 'Kysy englanniksi tai kiinaksi, kiitos.'],
  fr: [
    'Pose ta question en anglais, s’il te plaît.',
    'Pose ta question en anglais ou en chinois, s’il te plaît.',
  ],
  he: ['אפשר לשאול באנגלית, בבקשה.', 'אפשר לשאול באנגלית או בסינית, בבקשה.'],
  hi: ['कृपया अंग्रेज़ी में पूछें।', 'कृपया अंग्रेज़ी या चीनी में पूछें।'],
  hr: ['Molim te, pitaj na engleskom.', 'Molim te, pitaj na engleskom ili kineskom.'],
  hu: ['Kérlek, angolul kérdezz.', 'Kérlek, angolul vagy kínaiul kérdezz.'],
  id: ['Silakan bertanya dalam bahasa Inggris.', 'Silakan bertanya dalam bahasa Inggris atau Mandarin.'],
  it: ['Per favore, fai la domanda in inglese.', 'Per favore, fai la domanda in inglese o in cinese.'],
  ja: ['英語で質問してください。', '英語か中国語で質問してください。'],
  ko: ['영어로 질문해 주세요.', '영어나 중국어로 질문해 주세요.'],
  ms: ['Sila tanya dalam bahasa Inggeris.', 'Sila tanya dalam bahasa Inggeris atau Cina.'],
  nl: ['Stel je vraag in het Engels, alsjeblieft.', 'Stel je vraag in het Engels of Chinees, alsjeblieft.'],
  no: ['Spør på engelsk, er du snill.', 'Spør på engelsk eller kinesisk, er du snill.'],
  pl: ['Zapytaj, proszę, po angielsku.', 'Zapytaj, proszę, po angielsku lub po chińsku.'],
  pt: ['Por favor, pergunte em inglês.', 'Por favor, pergunte em inglês ou chinês.'],
  ro: ['Te rog să întrebi în engleză.', 'Te rog să întrebi în engleză sau chineză.'],
  ru: ['Пожалуйста, спросите по-английски.', 'Пожалуйста, спросите по-английски или по-китайски.'],
  sr: ['Молим вас, питајте на енглеском.', 'Молим вас, питајте на енглеском или кинеском.'],
  sv: ['Ställ din fråga på engelska, tack.', 'Ställ din fråga på engelska eller kinesiska, tack.'],
  th: ['กรุณาถามเป็นภาษาอังกฤษ', 'กรุณาถามเป็นภาษาอังกฤษหรือภาษาจีน'],
  tr: ['Lütfen İngilizce sor.', 'Lütfen İngilizce veya Çince sor.'],
  uk: ['Будь ласка, запитайте англійською.', 'Будь ласка, запитайте англійською або китайською.'],
  vi: ['Vui lòng hỏi bằng tiếng Anh.', 'Vui lòng hỏi bằng tiếng Anh hoặc tiếng Trung.'],
  zh: ['请用英语提问。', '请用英语或中文提问。'],
};

/** "Please ask in English" in a language, with "or Chinese" where there are Chinese events; in English where it isn't known. */
export function askInEnglish(language: string, chinese: boolean): string {
  const [english, orChinese] = SENTENCES[language] ?? [
    'Please ask in English.',
    'Please ask in English or Chinese.',
  ];
  return chinese ? orChinese : english;
}
