/**
 * Words that advertisements have in common, in the languages reps write most. Filters of today look at the sender's
 * standing first and at words last (growtoro.com/blog/cold-email-spam-trigger-words-actually-matter); a reader sees
 * them at once. So this is a hint, and the list is short.
 */
export const SPAM_WORDS: readonly string[] = [
  // English
  'act now', 'limited time', 'limited offer', '100% free', 'free trial', 'risk-free', 'risk free', 'no obligation', 'guaranteed',
  'money back', 'best price', 'special offer', 'exclusive deal', 'once in a lifetime', 'click here', 'click below', 'buy now',
  'order now', 'double your', 'earn money', 'extra cash', 'increase sales', 'dear friend', 'winner', 'urgent', "don't miss",
  'this is not spam', 'no strings attached', 'lowest price', 'cash bonus', 'as seen on',
  // German
  'jetzt kaufen', 'jetzt zugreifen', 'nur heute', 'kostenlos', 'gratis', 'garantiert', 'unverbindlich', 'sonderangebot',
  'klicken sie hier', 'hier klicken', 'ohne risiko', 'geld verdienen', 'letzte chance', 'dringend',
  // French
  'offre spéciale', 'gratuit', 'sans engagement', 'cliquez ici', 'garanti', 'dernière chance', 'offre limitée', 'achetez',
  // Spanish and Portuguese
  'oferta especial', 'sin compromiso', 'haga clic', 'garantizado', 'última oportunidad', 'compre ahora', 'grátis',
  'sem compromisso', 'clique aqui', 'garantido', 'última chance', 'compre agora',
  // Italian and Dutch
  'offerta speciale', 'clicca qui', 'senza impegno', 'garantito', 'ultima occasione', 'klik hier', 'gegarandeerd',
  'vrijblijvend',
] // prettier-ignore
