# Three stages: install and build with everything, install again without what only builds, and run with that.
# No stage downloads anything outside the npm registry.

FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY packages/local-discord/package.json ./packages/local-discord/
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

FROM node:20-bookworm-slim AS production
WORKDIR /app
COPY package.json package-lock.json ./
COPY packages/local-discord/package.json ./packages/local-discord/
COPY scripts/prune-install.mjs ./scripts/
RUN npm ci --omit=dev --ignore-scripts && node scripts/prune-install.mjs

FROM node:20-bookworm-slim
ENV NODE_ENV=production \
    CONTENT_DIR=/content \
    DATA_DIR=/data \
    HEALTH_PORT=8080
WORKDIR /app
COPY --from=production /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/packages/local-discord/dist ./packages/local-discord/dist
COPY packages/local-discord/package.json ./packages/local-discord/
COPY models ./models
COPY package.json LICENSE ./
COPY content /content
RUN mkdir /data && chown node:node /data
USER node
VOLUME ["/data"]
# Ready means: connected to Discord, events indexed, database writable.
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.HEALTH_PORT + '/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# node handles signals itself: SIGTERM ends it within two seconds.
CMD ["node", "--always-sparkplug", "dist/src/main.js"]
