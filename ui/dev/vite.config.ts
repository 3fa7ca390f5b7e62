// Serves the preview: the real app over made-up answers. Never part of the build.
import { resolve } from 'node:path';
import { defineConfig, mergeConfig } from 'vite';
import base from '../vite.config';

export default mergeConfig(base, defineConfig({ root: resolve(import.meta.dirname, '..'), server: { port: 4180, strictPort: true } }));
