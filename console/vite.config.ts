import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

// Domestic browsers on office machines are Chromium 87 and later.
export default defineConfig({
  base: '/console/',
  plugins: [react(), compressed()],
  build: {
    target: 'chrome87',
    chunkSizeWarningLimit: 1500,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8600' } },
})

/** Lays .gz and .br beside every script and style, so that the server never compresses them again. */
function compressed(): Plugin {
  let assets = ''
  return {
    name: 'compressed',
    apply: 'build',
    configResolved({ root, build }) {
      assets = resolve(root, build.outDir, 'assets')
    },
    closeBundle() {
      for (const name of readdirSync(assets).filter((each) => /\.(js|css)$/.test(each))) {
        const bytes = readFileSync(join(assets, name))
        writeFileSync(join(assets, `${name}.gz`), gzipSync(bytes))
        writeFileSync(join(assets, `${name}.br`), brotliCompressSync(bytes))
      }
    },
  }
}
