// The page to try the API: asks this site only, and nobody to validate its document.
const main = document.getElementById("api");
SwaggerUIBundle({
  domNode: main,
  url: main.dataset.document,
  validatorUrl: null,
  queryConfigEnabled: false,
  deepLinking: true,
  filter: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  tryItOutEnabled: true,
  displayRequestDuration: true,
  persistAuthorization: false,
  onComplete: () => main.setAttribute("data-ready", ""),
});
