/**
 * Tailwind puts everything in @layer, which Chromium before 99 drops whole. Its output is already in the right order,
 * so the layers are simply unwrapped; the bundler then lowers the rest to the browserslist of package.json.
 */
const unwrapLayers = {
  postcssPlugin: "unwrap-layers",
  OnceExit(root) {
    root.walkAtRules("layer", (rule) => {
      if (rule.nodes) rule.replaceWith(rule.nodes);
      else rule.remove();
    });
  },
};

const config = { plugins: ["@tailwindcss/postcss", unwrapLayers] };

export default config;
