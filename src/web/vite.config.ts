import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build, defineConfig, type Plugin } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const desk = at('./desk/index.html');

/** A small classic script of its own, under a name that never changes. */
function alone(entry: string, fileName: string): Plugin {
  return {
    name: `slussen-${fileName}`,
    apply: 'build',
    async generateBundle() {
      const result = await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        build: {
          write: false,
          target: 'es2015',
          lib: {
            entry: at(entry),
            formats: ['iife'],
            name: 'slussen',
          },
        },
      });
      const [output] = Array.isArray(result) ? result : [result];
      if (!output || !('output' in output)) throw new Error('The loader was not built');
      this.emitFile({
        type: 'asset',
        fileName,
        source: output.output[0].code,
      });
    },
  };
}

/** Compresses once and hard what the server would otherwise compress lightly at each request. */
function brotli(): Plugin {
  return {
    name: 'slussen-brotli',
    apply: 'build',
    writeBundle({ dir }, bundle) {
      const names = Object.keys(bundle).filter((name) => /^assets\/.*\.(js|css)$/.test(name));
      for (const name of names) {
        const file = join(dir ?? '', name);
        writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file)));
      }
    },
  };
}

/** What every page needs before anything else. */
const FIRST =
  /node_modules\/(react|react-dom|scheduler)\/|vite\/preload-helper|rolldown\/runtime|src\/web\/(ui\/(tokens\.css|old-page-line|translated-page|failure-boundary|late\.)|i18n\/|api\/)/;

const SERVER = process.env.SLUSSEN_SERVER ?? 'http://localhost:3000';

export default defineConfig({
  root: at('.'),
  base: '/',
  publicDir: false,
  plugins: [
    react(),
    // What other people's pages include, and the service worker that shows notices.
    alone('./loader/widget.ts', 'widget.js'),
    alone('./loader/push-worker.ts', 'widget/push-worker.js'),
    brotli(),
  ],
  build: {
    outDir: at('../../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // The policy of the pages allows no inline scripts and no data: fonts; small files stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      // The contracts are types and lists: what a page does not use of them stays out of it.
      treeshake: { moduleSideEffects: (id) => !id.includes('/src/contracts/') },
      input: {
        widget: at('./widget/index.html'),
        guest: at('./guest/index.html'),
        ...(existsSync(desk) ? { desk } : {}),
      },
      output: {
        // In one piece, whatever else is split: each further piece costs the widget's first load a request.
        codeSplitting: { groups: [{ name: 'shared', test: FIRST }] },
      },
    },
  },
  server: {
    proxy: {
      '/api': SERVER,
      '/sign-in': SERVER,
      '/demo': SERVER,
      '/socket.io': { target: SERVER, ws: true },
    },
  },
});
