// Run in the page: every text in sight that stands out from its ground by less than `least` (contrast as WCAG 2.2 counts
// it), in the components' shadow roots as well. What is disabled may be faint.
export const faintTexts = (least) => {
  const faint = new Set();
  const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (colour) => {
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const above = (element) =>
    element.assignedSlot ?? element.parentElement ?? element.getRootNode().host ?? null;
  const lineage = (element) => (element ? [element, ...lineage(above(element))] : []);
  const laidOver = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3]));
  const light = (colour) => {
    const [r, g, b] = colour.map((v) =>
      v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const look = (text, element) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    const { width, height } = range.getBoundingClientRect();
    const around = lineage(element);
    const style = getComputedStyle(element);
    const opacity = around.reduce((product, e) => product * Number(getComputedStyle(e).opacity), 1);
    if (width * height === 0 || style.visibility !== 'visible' || opacity <= 0.5) return;
    const [r, g, b, a] = rgba(style.color);
    const seen = [r, g, b, a * opacity];
    const grounds = around.map((e) => rgba(getComputedStyle(e).backgroundColor)).filter(([, , , a]) => a > 0);
    const ground = grounds.reduceRight((under, top) => laidOver(top, under), [255, 255, 255]);
    const [dark, bright] = [light(laidOver(seen, ground)), light(ground)].sort((a, b) => a - b);
    if ((bright + 0.05) / (dark + 0.05) < least)
      faint.add(`${text.textContent.trim().slice(0, 40)} (${style.color})`);
  };
  const walk = (root) => {
    for (const node of root.childNodes) {
      const element = node.parentElement ?? root.host;
      if (node.nodeType === Node.TEXT_NODE) {
        if (node.textContent.trim() && !/^(?:STYLE|SCRIPT|TITLE)$/.test(element.tagName)) look(node, element);
      } else {
        if (node.shadowRoot) walk(node.shadowRoot);
        walk(node);
      }
    }
  };
  walk(document.body);
  return [...faint];
};
