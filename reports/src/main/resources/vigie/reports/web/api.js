// Shows openapi.json with Swagger UI; nothing is asked of other hosts.
'use strict';
window.addEventListener('load', () => {
  const place = document.getElementById('swagger');
  window.SwaggerUIBundle({
    domNode: place,
    url: place.dataset.url,
    validatorUrl: null,
    deepLinking: false,
    docExpansion: 'list',
    defaultModelsExpandDepth: 0,
    presets: [window.SwaggerUIBundle.presets.apis],
  });
});
