import './no-outside-host.js';
import './components.js';
import './style/style.css';
import { render } from 'lit';
import { Composer } from './composer/composer.js';
import { focusWanted } from './composer/composer-view.js';
import { showMarked } from './composer/suggestion-list.js';
import { Page } from './page.js';
import { appView } from './view/app-view.js';
import { prefersLight } from './view/prefers-light.js';

const composers = new Map<string, Composer>();
let drawing = false;

/** Draws once for all changes of a moment. */
function drawSoon(): void {
  if (drawing) return;
  drawing = true;
  queueMicrotask(() => {
    drawing = false;
    render(appView(page, composerFor), document.body);
    for (const composer of composers.values()) focusWanted(composer);
    showMarked();
    const { channel, channels } = page.state;
    const name = channel === null ? undefined : channels.get(channel)?.name;
    document.title = name ? `#${name} · Local Discord` : 'Local Discord';
  });
}

const page = new Page(drawSoon);

function composerFor(channel: string): Composer {
  const known = composers.get(channel) ?? new Composer(page, channel);
  composers.set(channel, known);
  return known;
}

document.addEventListener('start-command', (event) => {
  const { channel, command } = (event as CustomEvent<{ channel: string; command: string }>).detail;
  composerFor(channel).startNamed(command);
});

prefersLight.addEventListener('change', drawSoon);
drawSoon();
page.start();
