# Huiyin in one image. The database is embedded under /data unless DATABASE_URL is set; the keys lie apart from it in /keys.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY bin bin
COPY project.inlang project.inlang
COPY words words
COPY vite.config.ts tsconfig.json ./
COPY static static
COPY papers papers
COPY db db
COPY src src
RUN node bin/setup.mjs --build

FROM node:24-bookworm-slim
RUN useradd --system --create-home --uid 10001 huiyin && mkdir /data /keys /backups && chown huiyin /data /keys /backups
WORKDIR /app
COPY --from=build --chown=huiyin /app /app
USER huiyin
ENV HUIYIN_DATA=/data HUIYIN_KEYS=/keys HUIYIN_BACKUPS=/backups PORT=3000
VOLUME /data /keys /backups
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD node -e "fetch('http://127.0.0.1:3000/healthz').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"
CMD ["node", "--max-semi-space-size=4", "--max-old-space-size=512", "bin/start.ts"]
