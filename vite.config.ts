import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ precompress: true }),
      compilerOptions: { runes: true },
      // Our own check in hooks.server.ts is stricter (every write, whatever its content type) and leaves out the API, whose
      // callers send no Origin and are known by no cookie; Kit's would refuse their photos and their empty bodies.
      csrf: { trustedOrigins: ['*'] },
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          'style-src': ['self'],
          'img-src': ['self', 'data:'],
          'connect-src': ['self'],
          'form-action': ['self'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'frame-ancestors': ['none'],
        },
      },
      version: { pollInterval: 0 },
    }),
  ],
  build: { cssTarget: ['chrome107', 'safari15'] },
  // Old phones get old syntax; the server keeps its own.
  environments: { client: { build: { target: ['chrome107', 'safari15'] } }, ssr: { build: { target: 'node24' } } },
});
