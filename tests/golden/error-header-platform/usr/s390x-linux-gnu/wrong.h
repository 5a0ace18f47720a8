typedef int wrong;
