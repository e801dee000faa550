import { defineConfig } from 'vitepress';

export default defineConfig({
  title: 'Handbook',
  outDir: '../../../build/hosts/vitepress',
  cacheDir: '../../../build/hosts/cache',
  themeConfig: { sidebar: [{ text: 'Sharding', link: '/' }, { text: 'Another page', link: '/second' }] },
  // The element is the browser's, not Vue's.
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === 'storewright-embed' } } },
  // The package lies in this repository; from npm it needs no alias.
  vite: { resolve: { alias: { 'storewright-embed': new URL('../../../../web/embed/embed.js', import.meta.url).pathname } } },
});
