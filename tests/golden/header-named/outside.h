typedef int outside;
