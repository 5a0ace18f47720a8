int golden_a(int x);
