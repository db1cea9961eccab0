import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const clockAndEnvironment = [
  {
    selector:
      "CallExpression[callee.object.name='DateTime'][callee.property.name=/^(now|utc|local)$/][arguments.length=0]",
    message: 'The clock is an argument; only the composition roots read it.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The clock is an argument; only the composition roots read it.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The clock is an argument; only the composition roots read it.',
  },
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'The environment is read in the composition roots only.',
  },
];

export default tseslint.config(
  { ignores: ['dist/', '.serverless/', '.build/', '.sundial/', 'coverage/', 'node_modules/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-console': 'error',
      'no-param-reassign': 'error',
      'no-restricted-syntax': ['error', ...clockAndEnvironment],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  {
    files: [
      'handlers/deps.ts',
      'handlers/settings.ts',
      'handlers/health-deps.ts',
      'handlers/slack-deps.ts',
      'handlers/ticket-door-deps.ts',
      'cli/**/*.ts',
      'local/up.ts',
      'test/**/*.ts',
      'bench/**/*.ts',
      'scripts/**',
      '*.config.*',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
  { files: ['cli/**/*.ts', 'bench/**/*.ts', 'scripts/**'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
      },
    },
  },
);
