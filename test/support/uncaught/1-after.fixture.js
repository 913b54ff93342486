describe('a file that is done', () => {
  it('has changed what all files see', () => {
    globalThis.ofAFile = true;
    globalThis.fetch = null;
    process.env.OF_A_FILE = 'yes';
  });
  it('has left something behind', () => {
    setTimeout(() => Promise.reject(new Error('too late for its file')), 100);
  });
});
