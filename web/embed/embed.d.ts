/**
 * `<storewright-embed>`: a page of Storewright inside a page of yours. Importing this module defines the element; where
 * there is no DOM it does nothing.
 *
 * Attributes: `site` (address of the site, default: where this module lies), `view` (the page, as in links: `labs/ring`),
 * `lock` (fields that cannot be changed), `show` (the only fields to show), `theme` (`light`, `dark`, `auto`),
 * `mode` (`text`), `fields` (`a=1&b=2`), `height` (in pixels, until the page tells its own), `eager` (make it at once),
 * and every field of the page by its name in links.
 */
export declare class StorewrightEmbed extends HTMLElement {}

declare global {
  interface HTMLElementTagNameMap {
    'storewright-embed': StorewrightEmbed;
  }
}
