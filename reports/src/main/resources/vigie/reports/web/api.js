// Shows openapi.json with Swagger UI; nothing is asked of other hosts. Its own frame would be a second <main> in the page, so
// ours takes its place, and what it leaves without a name gets one, as soon as it is drawn.
'use strict';
window.addEventListener('load', () => {
  const place = document.getElementById('swagger');

  const layout = (system) => ({
    components: {
      Frame: () => {
        const part = (name) => system.React.createElement(system.getComponent(name, true));
        return system.React.createElement(
          'div', {className: 'swagger-ui'}, part('InfoContainer'), part('ServersContainer'), part('operations'), part('Models'));
      },
    },
  });

  const called = (element) => {
    const row = element.closest('[data-param-name]');
    const block = element.closest('.opblock');
    const label = row ? row.dataset.paramName : element.closest('.servers') ? 'Server' : 'Media type';
    return block ? label + ', ' + block.id.replace(/^operations-\w+-/, '') : label;
  };

  const name = () => {
    for (const field of place.querySelectorAll('select, input:not([type=submit]), textarea')) {
      const named = [...(field.labels || [])].some((label) => label.textContent.replace(field.textContent, '').trim());
      if (!field.hasAttribute('aria-label') && !named) {
        field.setAttribute('aria-label', called(field));
      }
    }
    for (const region of place.querySelectorAll('[role=region]:not([aria-label])')) {
      region.setAttribute('aria-label', region.id || called(region));
    }
    for (const box of place.querySelectorAll('pre:not([tabindex])')) {
      box.setAttribute('tabindex', '0');
    }
    // Below the title, which is an h2, it goes on with an h3 for all and h4 and h5 within.
    for (const heading of place.querySelectorAll('h3:not([aria-level]), h4:not([aria-level]), h5:not([aria-level])')) {
      heading.setAttribute('role', 'heading');
      heading.setAttribute('aria-level', String(Number(heading.tagName.slice(1)) - 1));
    }
  };

  new MutationObserver(name).observe(place, {childList: true, subtree: true});
  window.SwaggerUIBundle({
    domNode: place,
    url: place.dataset.url,
    validatorUrl: null,
    deepLinking: false,
    docExpansion: 'list',
    defaultModelsExpandDepth: 0,
    presets: [window.SwaggerUIBundle.presets.apis],
    plugins: [layout],
    layout: 'Frame',
  });
});
