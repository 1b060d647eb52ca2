import { trimEnd } from './trim-end.js';

/** Publishers whose address doesn't spell their name, by the end of the host. */
const PUBLISHERS: Readonly<Record<string, string>> = {
  'abc.net.au': 'ABC News (Australia)',
  'abcnews.go.com': 'ABC News',
  'afp.com': 'Agence France-Presse',
  'aljazeera.com': 'Al Jazeera',
  'ap.org': 'Associated Press',
  'apnews.com': 'Associated Press',
  'bbc.co.uk': 'BBC News',
  'bbc.com': 'BBC News',
  'bostonglobe.com': 'The Boston Globe',
  'cbc.ca': 'CBC News',
  'cbsnews.com': 'CBS News',
  'cnn.com': 'CNN',
  'dispatch.com': 'The Columbus Dispatch',
  'dw.com': 'Deutsche Welle',
  'elpais.com': 'El País',
  'ft.com': 'Financial Times',
  'haaretz.com': 'Haaretz',
  'hindustantimes.com': 'Hindustan Times',
  'indiatimes.com': 'The Times of India',
  'independent.co.uk': 'The Independent',
  'irishtimes.com': 'The Irish Times',
  'japantimes.co.jp': 'The Japan Times',
  'jpost.com': 'The Jerusalem Post',
  'koreatimes.co.kr': 'The Korea Times',
  'latimes.com': 'Los Angeles Times',
  'lemonde.fr': 'Le Monde',
  'nbcnews.com': 'NBC News',
  'npr.org': 'NPR',
  'nydailynews.com': 'New York Daily News',
  'nypost.com': 'New York Post',
  'nytimes.com': 'The New York Times',
  'nzherald.co.nz': 'The New Zealand Herald',
  'rferl.org': 'Radio Free Europe/Radio Liberty',
  'scmp.com': 'South China Morning Post',
  'sfgate.com': 'San Francisco Chronicle',
  'smh.com.au': 'The Sydney Morning Herald',
  'straitstimes.com': 'The Straits Times',
  'telegraph.co.uk': 'The Daily Telegraph',
  'theglobeandmail.com': 'The Globe and Mail',
  'thestar.com': 'Toronto Star',
  'tribune.com.pk': 'The Express Tribune',
  'usatoday.com': 'USA Today',
  'washingtonpost.com': 'The Washington Post',
  'wikipedia.org': 'Wikipedia',
  'wsj.com': 'The Wall Street Journal',
};

/** First words that names were cut down to; none is a publisher's whole name. */
const CUT_NAME =
  /^(?:the|a|an|al|el|la|le|les|los|las|il|de|der|die|das|new|south|north|san|st\.?|daily|radio|agence|associated|deutsche|financial|hindustan|los angeles)$/i;

/** The host of an address as a person would write it, without `www.`. */
export function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\d?\./, '');
}

function knownPublisher(host: string): string | null {
  for (let rest = host; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) {
    const name = PUBLISHERS[rest];
    if (name !== undefined) return name;
  }
  return null;
}

/** Second words of publishers' names: "Fox" at foxnews.com is Fox News, "USA" at usatoday.com is USA Today. */
const SECOND_WORD =
  /^(?:news|times|post|today|now|daily|insider|herald|tribune|journal|week|standard|mail|star)$/;

/** "thehill.com" with the word "The" is "The Hill": the host spells what the cut name began. */
function spelledByHost(cut: string, host: string, second = /./): string | null {
  const start = cut.toLowerCase();
  const label = host.split('.').find((part) => part.length > start.length + 2 && part.startsWith(start));
  const rest = label?.slice(start.length).replace(/^-/, '') ?? '';
  return second.test(rest) ? `${cut} ${rest.charAt(0).toUpperCase()}${rest.slice(1)}` : null;
}

/**
 * The publisher as a person would say it: the name the file gives, or, where that is empty or was cut at its first
 * space ("The"), what the address says. `url` must be an absolute address.
 */
export function publisherName(written: string, url: string): string {
  const uncut = written.replace(/#\.[\dA-F.]+$/, '').replace(/^[\s,;:.\-–—(]+/, '');
  const name = trimEnd(uncut, /[\s,;:\-–—]/);
  const readable = /[\p{L}\p{N}]/u.test(name) && !/^https?:/i.test(name);
  const host = hostOf(url);
  if (readable && !CUT_NAME.test(name))
    return /^\p{Lu}\w+$/u.test(name) ? (spelledByHost(name, host, SECOND_WORD) ?? name) : name;
  return knownPublisher(host) ?? (readable ? spelledByHost(name, host) : null) ?? host;
}
