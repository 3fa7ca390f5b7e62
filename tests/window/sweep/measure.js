// What axe-core does not look for: widths, sizes of letters and targets, words that touch or are cut off,
// the way from the top of the page to its main button.
const [smallest] = arguments;
const wrong = [];
const root = document.documentElement;
const of = (element) => {
  const name = element.dataset?.testid ?? (element.className.baseVal ?? element.className ?? '').split(' ')[0];
  return `${element.tagName.toLowerCase()}.${name} “${(element.textContent ?? '').trim().slice(0, 40)}”`;
};

/** Asks each element once, and its parents where it has no answer of its own. */
const inherited = (own) => {
  const known = new Map([[document.body, null], [null, null]]);
  const ask = (element) => {
    if (!known.has(element)) known.set(element, own(element) ? element : ask(element.parentElement));
    return known.get(element);
  };
  return ask;
};
const style = (element) => getComputedStyle(element);
const scroller = inherited(
  (element) => /auto|scroll/.test(style(element).overflowX) && element.scrollWidth > element.clientWidth + 1,
);
const clipper = inherited((element) => /hidden|clip/.test(style(element).overflowX));
const block = inherited((element) => !/inline|contents/.test(style(element).display));
/** Kept for the ear only. */
const unseen = inherited(
  (element) => style(element).clipPath === 'inset(50%)' || (style(element).overflow === 'hidden' && element.clientWidth <= 1),
);
const isHidden = (element) => !element.checkVisibility({ visibilityProperty: true }) || unseen(element) !== null;

function page() {
  if (root.scrollWidth > innerWidth) wrong.push(`the page is ${root.scrollWidth} wide in ${innerWidth}`);
  const headings = document.querySelectorAll('h1');
  if (headings.length !== 1) wrong.push(`${headings.length} headings of the first level`);
  if (!headings[0]?.innerText.trim()) wrong.push('the first heading is empty');
  if (!root.lang || !root.dir) wrong.push(`language ${root.lang}, direction ${root.dir}`);
  if (document.querySelectorAll('main').length !== 1) wrong.push('not one main part');
}

/** What is wider than its place can be scrolled by keyboard, and is announced. */
function regions() {
  for (const element of document.querySelectorAll('body *')) {
    if (element.matches('textarea, [popover]') || isHidden(element) || scroller(element) !== element) continue;
    const named = element.getAttribute('aria-label') || element.getAttribute('aria-labelledby');
    if (element.tabIndex !== 0 || element.getAttribute('role') !== 'region' || !named) {
      wrong.push(`scrolls sideways and is no region: ${of(element)}`);
    }
  }
}

/** Every line of text on the page: where it is, and what it belongs to. */
function lines() {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!node.textContent.trim() || element.closest('script, style, option') || isHidden(element)) continue;
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 1) found.push({ element, box });
  }
  return found;
}

function letters(all) {
  const small = new Set();
  for (const { element } of all) {
    const scale = element.ownerSVGElement ? element.getScreenCTM().a : 1;
    const size = parseFloat(getComputedStyle(element).fontSize) * scale;
    if (size < smallest - 0.01) small.add(`letters of ${size.toFixed(1)} px: ${of(element)}`);
    // What a file will hold is shown as it will stand there, names of questions and all.
    const words = 'code, .words, .term, [data-testid=taking-preview]';
    if (/^[a-z]+(-[a-z0-9]+)+$/.test(element.textContent.trim()) && element.closest(words) === null) {
      small.add(`a message without words: ${of(element)}`);
    }
  }
  wrong.push(...small);
}

/** No line leaves the page or is cut off by its box. */
function edges(all) {
  for (const { element, box } of all) {
    if (scroller(element)) continue;
    if (box.left < -1 || box.right > innerWidth + 1) wrong.push(`leaves the page: ${of(element)}`);
    const edge = clipper(element)?.getBoundingClientRect();
    if (edge && (box.left < edge.left - 1 || box.right > edge.right + 1)) wrong.push(`is cut off: ${of(element)}`);
  }
}

/** No two lines lie on each other. Lines of one paragraph may come close. */
function overlaps(all) {
  const layer = (element) => element.closest('dialog, [popover]');
  const boxes = all.map(({ element, box }) => {
    const rim = box.height * 0.2;
    return { element, left: box.left + 1, right: box.right - 1, top: box.top + rim, bottom: box.bottom - rim };
  });
  boxes.sort((one, two) => one.top - two.top);
  boxes.forEach((one, at) => {
    for (let next = at + 1; next < boxes.length && boxes[next].top < one.bottom; next += 1) {
      const two = boxes[next];
      if (one.left >= two.right || two.left >= one.right) continue;
      if (layer(one.element) !== layer(two.element) || one.element === two.element) continue;
      if (!one.element.ownerSVGElement && block(one.element) === block(two.element)) continue;
      wrong.push(`lie on each other: ${of(one.element)} and ${of(two.element)}`);
    }
  });
}

const STOPS = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

/** Targets in a line of text are as high as the line. */
function targets() {
  for (const stop of document.querySelectorAll(STOPS)) {
    if (isHidden(stop) || stop.matches('.skip, [role=region], [role=listbox]')) continue;
    const row = stop.closest('label') ?? stop;
    const { width, height } = row.getBoundingClientRect();
    const inline = getComputedStyle(stop).display === 'inline';
    if (!inline && (width < 24 || height < 24)) wrong.push(`a target of ${width} × ${height} px: ${of(row)}`);
    const main = stop.matches('[data-testid=option], [data-testid=decision-option], [data-primary], button.plain');
    if (main && height < 44) wrong.push(`only ${height} px high: ${of(row)}`);
  }
}

/** Where there is a rail to skip, the skip link comes first, and no more than 25 stops before the main button. */
function stops() {
  const all = [];
  const groups = new Set();
  for (const stop of document.querySelectorAll(STOPS)) {
    if (stop.tabIndex < 0 || !stop.checkVisibility({ visibilityProperty: true }) || groups.has(stop.name)) continue;
    if (stop.type === 'radio') groups.add(stop.name);
    all.push(stop);
  }
  if (document.querySelector('.skip') && !all[0]?.matches('.skip')) wrong.push(`the first stop is ${all[0] ? of(all[0]) : 'nowhere'}`);
  const heading = document.querySelector('h1');
  const after = all.filter((stop) => heading.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING);
  const main = after.findIndex((stop) => 'primary' in stop.dataset);
  if (main > 25) wrong.push(`${main} stops from the heading to ${of(after[main])}`);
}

/** With less motion nothing moves. */
function motion() {
  if (root.dataset.motion !== 'less') return;
  for (const element of document.querySelectorAll('body *')) {
    const { transitionDuration, animationDuration } = getComputedStyle(element);
    if (/[1-9]/.test(transitionDuration + animationDuration)) wrong.push(`moves: ${of(element)}`);
  }
}

page();
regions();
const all = lines();
if (all.length < 3) wrong.push('there is nothing to read');
letters(all);
edges(all);
overlaps(all);
targets();
stops();
motion();
return [...new Set(wrong)];
