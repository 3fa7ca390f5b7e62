// What can be measured of a screen without eyes: axe, sideways scrolling, small targets and text, clipped
// words, labels on top of each other.

import axe from 'axe-core';

const shown = (element: Element) => {
  const box = element.getBoundingClientRect();
  return box.width > 1 && box.height > 1 && getComputedStyle(element).visibility !== 'hidden' && !element.closest('.visually-hidden');
};

const named = (element: Element) =>
  `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ''}.${[...element.classList].join('.')} "${(element.textContent ?? '').trim().slice(0, 40)}"`;

function measured(): string[] {
  const found: string[] = [];
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) {
    const wide = [...document.querySelectorAll('main *, header *')].filter(
      (one) => shown(one) && one.getBoundingClientRect().right > page.clientWidth + 1 && !one.closest('.frame, .scroll, [tabindex="0"][role="region"]'),
    );
    found.push(`scrolls sideways: ${page.scrollWidth} > ${page.clientWidth}: ${wide.slice(0, 3).map(named).join(' | ')}`);
  }
  const root = parseFloat(getComputedStyle(page).fontSize);
  for (const element of document.querySelectorAll('body *')) {
    if (!shown(element)) continue;
    const style = getComputedStyle(element);
    const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
    if (own && parseFloat(style.fontSize) * scale < (14 / 16) * root - 0.1) found.push(`small text ${style.fontSize}: ${named(element)}`);
    if (own && element.scrollWidth > element.clientWidth + 1 && style.overflowX === 'hidden' && style.display !== 'inline') found.push(`clipped: ${named(element)}`);
  }
  for (const target of document.querySelectorAll('button, select, input, summary, a[class*="button"], a[class*="primary"]')) {
    if (!shown(target)) continue;
    const box = (target.closest('label') ?? target).getBoundingClientRect();
    if (box.height < 24 || box.width < 24) found.push(`small target ${Math.round(box.width)}×${Math.round(box.height)}: ${named(target)}`);
    const primary = target.matches('[data-primary]');
    if (primary && box.height < 44) found.push(`primary below 44: ${named(target)}`);
  }
  const labels = [...document.querySelectorAll('.rule .label, .rule .end, svg text')].filter(shown).map((one) => [one, one.getBoundingClientRect()] as const);
  for (const [index, [one, a]] of labels.entries()) {
    for (const [other, b] of labels.slice(index + 1)) {
      if (!one.contains(other) && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1) found.push(`overlap: ${named(one)} and ${named(other)}`);
    }
  }
  return found;
}

export async function audit(): Promise<string> {
  const result = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
  const found = result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary ?? ''}`).join(' | ')}`);
  found.push(...measured());
  const title = document.title.startsWith('Eighteen Days') ? '' : `title: ${document.title}\n`;
  return title + (found.length > 0 ? found.join('\n') : `clean, ${result.passes.length} rules`);
}
