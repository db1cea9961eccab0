import type { Page } from 'playwright-core';

/** Text whose contrast with what lies behind it is under 4.5 to 1, as a person with the page open would see it. */
export function faintText(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const known = new Map();
    const rgba = (colour) => known.get(colour) ?? known.set(colour, painted(colour)).get(colour);
    const painted = (colour) => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const light = ([r, g, b]) => {
      const [x, y, z] = [r, g, b].map((c) => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
      return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    const contrast = (a, b) => {
      const [dark, bright] = [light(rgba(a)), light(rgba(b))].sort((p, q) => p - q);
      return (bright + 0.05) / (dark + 0.05);
    };
    const behind = (element) => {
      for (let at = element; at; at = at.parentElement) {
        const colour = getComputedStyle(at).backgroundColor;
        if (rgba(colour)[3] === 255) return colour;
      }
      return 'white';
    };
    const faint = [];
    for (const element of document.querySelectorAll('body *')) {
      const said = [...element.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data.trim()).join('');
      if (said === '' || !element.checkVisibility() || ['title', 'desc'].includes(element.tagName)) continue;
      const style = getComputedStyle(element);
      const svg = element instanceof SVGElement;
      const ground = svg && style.stroke !== 'none' ? style.stroke : behind(element);
      const ratio = contrast(svg ? style.fill : style.color, ground);
      if (ratio < 4.5) faint.push(said.slice(0, 40) + ' ' + ratio.toFixed(2));
    }
    return faint;
  })()`);
}

/** Words of the time axes that cover one another, leave their drawing or are too small to read. */
export function unreadableLabels(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const found = [];
    for (const axis of document.querySelectorAll('svg.axis')) {
      if (!axis.checkVisibility()) continue;
      const frame = axis.getBoundingClientRect();
      const words = [...axis.querySelectorAll('text')].map((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        return { text: text.textContent, left, right, top, bottom };
      });
      const scale = frame.width / axis.viewBox.baseVal.width;
      if (11 * scale < 10) found.push('too small: ' + axis.querySelector('title').textContent);
      for (const [index, a] of words.entries()) {
        if (a.left < frame.left - 1 || a.right > frame.right + 1) found.push('outside: ' + a.text);
        for (const b of words.slice(index + 1))
          if (a.left < b.right && b.left < a.right && a.top < b.bottom - 1 && b.top < a.bottom - 1)
            found.push(a.text + ' over ' + b.text);
      }
    }
    return found;
  })()`);
}

/** How far the page reaches beyond the window, in pixels. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
}
