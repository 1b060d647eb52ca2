import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';
import { LRUCache } from 'lru-cache';
import type { Picture } from '../views/charts/picture.js';
import type { MessageFile } from '../views/message.js';

const require = createRequire(import.meta.url);
/** A fresh machine may have no font at all, so the pictures bring their own. Latin, Greek and Cyrillic. */
const fontFiles = ['400Regular/PTSans_400Regular.ttf', '700Bold/PTSans_700Bold.ttf'].map((file) =>
  require.resolve(`@expo-google-fonts/pt-sans/${file}`),
);

/** Wider than any client shows an embed's picture; drawing takes half as long as at full size. */
const SENT_WIDTH = 720;
/** Bytes of pictures kept. */
const KEPT = 32 * 1024 * 1024;

/** Turns drawn pictures into PNG files, off the event loop. Those shown lately are kept, by what they show. */
export class Pictures {
  readonly #kept = new LRUCache<string, Uint8Array>({
    maxSize: KEPT,
    sizeCalculation: (data) => data.length,
  });
  readonly #onError: (error: unknown) => void;

  /** @param onError called for a picture that could not be drawn. */
  constructor(onError: (error: unknown) => void = () => undefined) {
    this.#onError = onError;
  }

  /** The picture as a file to send; null where it can't be drawn: an answer without its picture is still one. */
  async png({ name, svg, description }: Picture): Promise<MessageFile | null> {
    try {
      const data = this.#kept.get(svg) ?? (await render(svg));
      this.#kept.set(svg, data);
      return { name, data, description };
    } catch (error) {
      this.#onError(error);
      return null;
    }
  }
}

async function render(svg: string): Promise<Uint8Array> {
  const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: 'PT Sans' };
  const image = await renderAsync(svg, {
    font,
    fitTo: { mode: 'width', value: SENT_WIDTH },
    logLevel: 'off',
  });
  return image.asPng();
}
