# Keepsake in a container: see docs/container.md. Nothing but what runs is in it; it needs no root, and writes to /data alone.
FROM node:22-bookworm-slim AS build
WORKDIR /opt/keepsake
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund
COPY bin bin
COPY src src
RUN node bin/build.js
# The models' runtime comes with the programs of all systems; one of them is enough.
RUN find node_modules/onnxruntime-node/bin -mindepth 2 -maxdepth 2 -type d ! -name linux -exec rm -r {} +

FROM node:22-bookworm-slim
LABEL org.opencontainers.image.title="Keepsake" \
      org.opencontainers.image.description="Brings the faces in old photographs to life, on your own machine" \
      org.opencontainers.image.licenses="MIT"
WORKDIR /opt/keepsake
COPY --from=build /opt/keepsake/node_modules node_modules
COPY --from=build /opt/keepsake/dist dist
COPY package.json LICENSE NOTICE.md ./
COPY licenses licenses
COPY bin bin
COPY drivers drivers
COPY examples examples
COPY models models
COPY page page
RUN install -d -o node -g node -m 700 /data && ln -s /opt/keepsake/bin/keepsake.js /usr/local/bin/keepsake

USER node
# `.env`, with the key that is made on the first start, is looked for in the working folder.
WORKDIR /data
ENV NODE_ENV=production DATA_DIR=/data/kept WEB_HOST=0.0.0.0 WEB_PORT=8484
VOLUME /data
EXPOSE 8484
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8484/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "/opt/keepsake/bin/start.js"]
