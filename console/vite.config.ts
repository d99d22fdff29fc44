import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// Domestic browsers on office machines are Chromium 87 and later.
export default defineConfig({
  base: '/console/',
  plugins: [react()],
  build: {
    outDir: '../dist/console',
    emptyOutDir: true,
    target: 'chrome87',
    chunkSizeWarningLimit: 1500,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8600' } },
})
