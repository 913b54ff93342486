describe('a file that is done', () => {
  it('has left something behind', () => {
    setTimeout(() => Promise.reject(new Error('too late for its file')), 100);
  });
});
